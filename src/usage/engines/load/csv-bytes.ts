/** A CSV that is written cell by cell, as bytes: a million rows would be a billion short texts. */
export interface CsvBytes {
  /** A text, in quotes where it needs them, of which a blank one is not null; null is a blank cell. */
  readonly text: (text: string | null) => void;
  /** As `text`, of bytes that are seen signs of ASCII but no quotes, behind others that are so. */
  readonly ascii: (before: Uint8Array, bytes: Uint8Array, start: number, end: number) => void;
  readonly number: (value: number | bigint | null) => void;
  readonly endLine: () => void;
  /** Bytes written since they were last taken. */
  readonly length: () => number;
  readonly take: () => Uint8Array;
}

const COMMA = 0x2c;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
/** The signs of ASCII that are seen. */
const SPACE = 0x20;
const LAST = 0x7e;
const ZERO = 0x30;
/** The digits of a whole number from 0 to this are worked out in 32 bits. */
const SMALL = 2 ** 31 - 1;
const BILLION = 1_000_000_000;
/** Below it a whole number is two of less than 32 bits: so many billions, and the rest. */
const LARGE = Number.MAX_SAFE_INTEGER;

/**
 * @param size bytes that there is room for at first
 * @param isKept whether a column, by its place, is written; all are if omitted
 */
export function csvBytes(size: number, isKept?: readonly boolean[]): CsvBytes {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(size);
  let at = 0;
  let column = 0;
  const isLeftOut = (): boolean => isKept?.[column++] === false;
  const makeRoom = (needed: number) => {
    if (at + needed <= bytes.length) return;
    const larger = new Uint8Array(2 * (at + needed));
    larger.set(bytes.subarray(0, at));
    bytes = larger;
  };
  /** The text, if it is not blank and stands for itself; false where it is not so simple. */
  const writeSimple = (text: string): boolean => {
    const start = at;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < SPACE || code > LAST || code === QUOTE || code === COMMA) {
        at = start;
        return false;
      }
      bytes[at++] = code;
    }
    return at > start;
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
    if (!Number.isInteger(value) || value < 0 || value > LARGE) return writeSimple(String(value));
    const billions = Math.floor(value / BILLION);
    writeSmall(billions);
    // A one before the nine places keeps the noughts that they begin with.
    writeSmall(BILLION + (value - billions * BILLION));
    bytes.copyWithin(at - 10, at - 9, at);
    at--;
  };
  return {
    text(text) {
      if (isLeftOut()) return;
      if (text !== null) {
        // A unit of UTF-16 is three bytes at most, and a quote in it two.
        makeRoom(3 * text.length + 3);
        if (!writeSimple(text)) {
          const quoted = `"${text.replaceAll('"', '""')}"`;
          at += encoder.encodeInto(quoted, bytes.subarray(at)).written;
        }
      }
      makeRoom(1);
      bytes[at++] = COMMA;
    },
    ascii(before, source, start, end) {
      if (isLeftOut()) return;
      makeRoom(before.length + end - start + 3);
      const first = at;
      for (let i = 0; i < before.length; i++) bytes[at++] = before[i] ?? 0;
      let isQuoted = false;
      for (let i = start; i < end; i++) {
        const byte = source[i] ?? 0;
        if (byte === COMMA) isQuoted = true;
        bytes[at++] = byte;
      }
      if (isQuoted) {
        bytes.copyWithin(first + 1, first, at);
        bytes[first] = QUOTE;
        at += 2;
        bytes[at - 1] = QUOTE;
      }
      bytes[at++] = COMMA;
    },
    number(value) {
      if (isLeftOut()) return;
      makeRoom(48);
      if (typeof value === "number") writeNumber(value);
      else if (value !== null) {
        const double = Number(value);
        if (Number.isSafeInteger(double)) writeNumber(double);
        else writeSimple(String(value));
      }
      bytes[at++] = COMMA;
    },
    endLine() {
      // In the place of the last cell's comma.
      bytes[at - 1] = LINE_FEED;
      column = 0;
    },
    length: () => at,
    take() {
      const taken = bytes.slice(0, at);
      at = 0;
      return taken;
    },
  };
}
