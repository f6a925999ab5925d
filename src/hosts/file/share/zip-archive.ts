/**
 * The format of .zip files (PKWARE's APPNOTE.TXT, 4.3 and 4.4). Entries keep their compressed
 * bytes, so that what is not changed need not be inflated to be passed on.
 */

/** What is wrong with an archive, in words that follow "the file". */
export class DamagedArchive extends Error {
  override readonly name = "DamagedArchive";
}

/** A part of an archive, compressed. */
export interface ArchiveEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** When it was changed, as MS-DOS counts. */
  readonly time: number;
  readonly crc: number;
  /** How long it is said to be when inflated. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const ZIP64_EXTRA = 0x0001;
const TOO_LONG = 0xffffffff;

const IS_ENCRYPTED = 0x1;
const SIZES_FOLLOW = 0x8;
export const IS_UTF8 = 0x800;

/** Names are in UTF-8 where an entry says so; else each byte stands for itself, so that none is lost. */
function decodedName(bytes: Uint8Array, flags: number): string {
  if (flags & IS_UTF8) return new TextDecoder().decode(bytes);
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function encodedName({ name, flags }: ArchiveEntry): Uint8Array {
  if (flags & IS_UTF8) return new TextEncoder().encode(name);
  return Uint8Array.from(name, (character) => character.charCodeAt(0));
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new DamagedArchive("ends before its table of contents: it is truncated or damaged");
}

/** The sizes and the place that do not fit into 32 bits, in the order of the specification. */
function longNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const count = Math.floor(view.getUint16(at + 2, true) / 8);
    return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + i * 8, true)));
  }
  return [];
}

function packedBytes(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array {
  if (view.getUint32(at, true) !== LOCAL) {
    throw new DamagedArchive("has a table of contents that does not fit its parts");
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + length > bytes.length) throw new DamagedArchive("lacks the end of one of its parts");
  return bytes.subarray(start, start + length);
}

function readEntries(bytes: Uint8Array, view: DataView): ArchiveEntry[] {
  const end = findEnd(view);
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) {
      throw new DamagedArchive("has a damaged table of contents");
    }
    const flags = view.getUint16(at + 8, true);
    if (flags & IS_ENCRYPTED) throw new DamagedArchive("is an archive with a password");
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const long = longNumbers(view, nameEnd, extraEnd);
    const number = (value: number) => (value === TOO_LONG ? (long.shift() ?? value) : value);
    const size = number(view.getUint32(at + 24, true));
    const length = number(view.getUint32(at + 20, true));
    const place = number(view.getUint32(at + 42, true));
    entries.push({
      name: decodedName(bytes.subarray(at + 46, nameEnd), flags),
      flags,
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size,
      packed: packedBytes(bytes, view, place, length),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The parts of an archive, still compressed.
 *
 * @throws DamagedArchive
 */
export function archiveEntries(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(bytes, view);
  } catch (error) {
    if (error instanceof DamagedArchive || !(error instanceof RangeError)) throw error;
    throw new DamagedArchive("has places in its table of contents that lie outside it");
  }
}

/** What the header before a part and its line in the table of contents have in common. */
function header({ flags, method, time, crc, packed, size }: ArchiveEntry, nameLength: number) {
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, flags & ~SIZES_FOLLOW, true);
  view.setUint16(4, method, true);
  view.setUint32(6, time, true);
  view.setUint32(10, crc, true);
  view.setUint32(14, packed.length, true);
  view.setUint32(18, size, true);
  view.setUint16(22, nameLength, true);
  return bytes;
}

function numbers(...values: readonly [value: number, bytes: 2 | 4][]): Uint8Array {
  const result = new Uint8Array(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  const view = new DataView(result.buffer);
  let at = 0;
  for (const [value, bytes] of values) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return result;
}

/** The bytes of an archive with these parts. */
export function archiveOf(entries: readonly ArchiveEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const contents: Uint8Array[] = [];
  let length = 0;
  for (const entry of entries) {
    const name = encodedName(entry);
    const common = header(entry, name.length);
    contents.push(numbers([CENTRAL, 4], [20, 2]), common, numbers([0, 4], [0, 4], [0, 2]));
    contents.push(numbers([length, 4]), name);
    const before = pieces.length;
    pieces.push(numbers([LOCAL, 4]), common, name, entry.packed);
    for (const piece of pieces.slice(before)) length += piece.length;
  }
  const contentsLength = contents.reduce((sum, piece) => sum + piece.length, 0);
  const count = entries.length;
  const end = numbers([END, 4], [0, 4], [count, 2], [count, 2], [contentsLength, 4], [length, 4]);
  const result = new Uint8Array(length + contentsLength + END_LENGTH);
  let at = 0;
  for (const piece of [...pieces, ...contents, end]) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}
