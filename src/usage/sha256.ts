/** The first 32 bits of the fractional part of a root of a small prime. */
function rootBits(prime: number, power: number): number {
  return Math.floor((Math.pow(prime, power) % 1) * 2 ** 32) | 0;
}

const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 64; n++) {
  if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n);
}
const START = PRIMES.slice(0, 8).map((prime) => rootBits(prime, 1 / 2));
const ROUND = Int32Array.from(PRIMES, (prime) => rootBits(prime, 1 / 3));

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

const BLOCK = 64;

/** The hash of what was added so far, from its state after all whole blocks. */
function finished(state: Int32Array, rest: Uint8Array, length: number): string {
  const bytes = new Uint8Array(Math.ceil((rest.length + 9) / BLOCK) * BLOCK);
  bytes.set(rest);
  bytes[rest.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(bytes.length - 4, (length * 8) % 2 ** 32);
  const words = new Int32Array(64);
  const last = Int32Array.from(state);
  for (let at = 0; at < bytes.length; at += BLOCK) compress(last, words, view, at);
  return [...last].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/**
 * Takes a block into the state. Files of gigabytes pass here: nothing is made on the way, and a
 * `| 0` after each sum keeps it in 32 bits, where sums of doubles take three times as long.
 */
function compress(state: Int32Array, words: Int32Array, block: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15] ?? 0;
    const late = words[i - 2] ?? 0;
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[i] = ((words[i - 16] ?? 0) + low + (words[i - 7] ?? 0) + high) | 0;
  }
  const at = (word: number) => state[word] ?? 0;
  let a = at(0);
  let b = at(1);
  let c = at(2);
  let d = at(3);
  let e = at(4);
  let f = at(5);
  let g = at(6);
  let h = at(7);
  for (let i = 0; i < 64; i++) {
    const choice = g ^ (e & (f ^ g));
    const round = ((ROUND[i] ?? 0) + (words[i] ?? 0)) | 0;
    const before = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25))) | 0;
    const first = (before + ((choice + round) | 0)) | 0;
    const majority = (a & b) ^ (c & (a ^ b));
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (at(0) + a) | 0;
  state[1] = (at(1) + b) | 0;
  state[2] = (at(2) + c) | 0;
  state[3] = (at(3) + d) | 0;
  state[4] = (at(4) + e) | 0;
  state[5] = (at(5) + f) | 0;
  state[6] = (at(6) + g) | 0;
  state[7] = (at(7) + h) | 0;
}

/** A SHA-256 that is taken piece by piece. */
export interface Sha256 {
  readonly add: (bytes: Uint8Array) => void;
  /** Of all bytes added so far, in hexadecimal. */
  readonly hex: () => string;
}

/** SHA-256 of bytes that come one after the other. Source: FIPS 180-4. */
export function startSha256(): Sha256 {
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  let rest = new Uint8Array(0);
  let length = 0;
  return {
    add(bytes) {
      length += bytes.length;
      let piece = bytes;
      if (rest.length > 0) {
        piece = new Uint8Array(rest.length + bytes.length);
        piece.set(rest);
        piece.set(bytes, rest.length);
      }
      const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
      const whole = piece.length - (piece.length % BLOCK);
      for (let at = 0; at < whole; at += BLOCK) compress(state, words, view, at);
      rest = piece.slice(whole);
    },
    hex: () => finished(state, rest, length),
  };
}

/**
 * SHA-256 of a short text in UTF-8, in hexadecimal; at once, where the browser's own only
 * answers later. Equal to DuckDB's and ClickHouse's sha256 of the same text.
 */
export function sha256(text: string): string {
  const hash = startSha256();
  hash.add(new TextEncoder().encode(text));
  return hash.hex();
}
