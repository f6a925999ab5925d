/** A CSV that is written cell by cell, as bytes: a million rows would be a billion short texts. */
export interface CsvBytes {
  /** A quoted text; null is a blank cell. */
  readonly text: (text: string | null) => void;
  readonly number: (value: number | bigint | null) => void;
  readonly endLine: () => void;
  /** Bytes written since they were last taken. */
  readonly length: () => number;
  readonly take: () => Uint8Array;
}

const COMMA = 0x2c;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const ZERO = 0x30;
/** The digits of a whole number from 0 to this are worked out in 32 bits. */
const SMALL = 2 ** 31 - 1;
const BILLION = 1_000_000_000;
/** Below it a whole number is two of less than 32 bits: so many billions, and the rest. */
const LARGE = Number.MAX_SAFE_INTEGER;

export function csvBytes(size: number): CsvBytes {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(size);
  let at = 0;
  const makeRoom = (needed: number) => {
    if (at + needed <= bytes.length) return;
    const larger = new Uint8Array(2 * (at + needed));
    larger.set(bytes.subarray(0, at));
    bytes = larger;
  };
  /** The text, quotes in it doubled; false where it is not all ASCII. */
  const writeAscii = (text: string): boolean => {
    const start = at;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) {
        at = start;
        return false;
      }
      bytes[at++] = code;
      if (code === QUOTE) bytes[at++] = QUOTE;
    }
    return true;
  };
  const writeSmall = (value: number) => {
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    let rest = value | 0;
    for (let place = at + digits - 1; place >= at; place--) {
      const tenth = (rest / 10) | 0;
      bytes[place] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    at += digits;
  };
  const writeNumber = (value: number) => {
    if (value >= 0 && value <= SMALL) return writeSmall(value);
    if (!Number.isInteger(value) || value < 0 || value > LARGE) return writeAscii(String(value));
    const billions = Math.floor(value / BILLION);
    writeSmall(billions);
    // A one before the nine places keeps the noughts that they begin with.
    writeSmall(BILLION + (value - billions * BILLION));
    bytes.copyWithin(at - 10, at - 9, at);
    at--;
  };
  return {
    text(text) {
      if (text !== null) {
        // A unit of UTF-16 is three bytes at most, and a quote in it two.
        makeRoom(3 * text.length + 3);
        bytes[at++] = QUOTE;
        if (!writeAscii(text)) {
          const { written } = encoder.encodeInto(text.replaceAll('"', '""'), bytes.subarray(at));
          at += written;
        }
        bytes[at++] = QUOTE;
      }
      makeRoom(1);
      bytes[at++] = COMMA;
    },
    number(value) {
      makeRoom(48);
      if (typeof value === "number") writeNumber(value);
      else if (value !== null) {
        const double = Number(value);
        if (Number.isSafeInteger(double)) writeNumber(double);
        else writeAscii(String(value));
      }
      bytes[at++] = COMMA;
    },
    endLine() {
      // In the place of the last cell's comma.
      bytes[at - 1] = LINE_FEED;
    },
    length: () => at,
    take() {
      const taken = bytes.slice(0, at);
      at = 0;
      return taken;
    },
  };
}
