/** What a cell is made of: bytes that stand for themselves, or also quotes that are doubled. */
export const SIMPLE = 0;
export const DOUBLED = 1;

/** How a record ends. */
export type RecordEnd =
  /** At the end of a line. */
  | "whole"
  /** With the bytes: it may go on in what comes next. */
  | "open"
  /** Nowhere: a quote in it is never closed, in these bytes; it is cut at the end of its line. */
  | "unclosed";

/**
 * Cuts bytes of CSV into records and cells exactly where `parseCsv` cuts their text, and makes
 * nothing on the way: every byte of a file of gigabytes passes here.
 */
export interface CsvScanner {
  /** Where the cells of the record begin and end, without the quotes around them. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** SIMPLE or DOUBLED. */
  readonly kinds: Uint8Array;
  /** How many cells the record has, of which only as many as asked for are told. */
  readonly cells: () => number;
  /** Whether a cell goes on behind the quote that closes it. */
  readonly isMixed: () => boolean;
  /** Whether the line is empty, and therefore no record. */
  readonly isEmpty: () => boolean;
  /** The offset of the next record. */
  readonly end: () => number;
  /** The lines that the record takes. */
  readonly lines: () => number;
  /** Goes through the record that begins at an offset. */
  readonly scan: (bytes: Uint8Array, from: number) => RecordEnd;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** @param most so many cells of a record are told */
export function csvScanner(delimiter: number, most: number): CsvScanner {
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const kinds = new Uint8Array(most);
  let cells = 0;
  let isMixed = false;
  let next = 0;
  let lines = 1;

  function scan(bytes: Uint8Array, from: number): RecordEnd {
    const { length } = bytes;
    let at = from;
    let count = 0;
    lines = 1;
    isMixed = false;
    for (;;) {
      let start = at;
      let end = -1;
      let kind = SIMPLE;
      if (bytes[at] === QUOTE) {
        start = ++at;
        for (; at < length; at++) {
          const byte = bytes[at];
          if (byte === LINE_FEED) lines++;
          if (byte !== QUOTE) continue;
          if (bytes[at + 1] !== QUOTE) break;
          kind = DOUBLED;
          at++;
        }
        if (at >= length) {
          const feed = bytes.indexOf(LINE_FEED, from);
          next = feed < 0 ? length : feed + 1;
          lines = 1;
          return "unclosed";
        }
        end = at++;
      }
      const rest = at;
      while (at < length && bytes[at] !== delimiter && bytes[at] !== LINE_FEED) at++;
      const isLast = at >= length || bytes[at] === LINE_FEED;
      const stop = isLast && at > rest && bytes[at - 1] === RETURN ? at - 1 : at;
      if (end < 0) end = stop;
      else if (stop > rest) isMixed = true;
      if (count < most) {
        starts[count] = start;
        ends[count] = end;
        kinds[count] = kind;
      }
      count++;
      if (isLast) {
        cells = count;
        next = at + 1;
        return at < length ? "whole" : "open";
      }
      at++;
    }
  }
  return {
    ...{ starts, ends, kinds, scan },
    cells: () => cells,
    isMixed: () => isMixed,
    isEmpty: () => cells === 1 && starts[0] === ends[0] && !isMixed,
    end: () => next,
    lines: () => lines,
  };
}
