import { cleanText } from "../../source/columns";
import { type CsvScanner, DOUBLED, SIMPLE } from "./csv-scanner";
import { mapReader } from "./map-shapes";
import type { CellPlace, Places } from "./plain-layout";

/** What is found in a place: nothing, bytes that are the text, a text that had to be made, or a
 * whole number. */
export const BLANK = 0;
export const BYTES = 1;
export const TEXT = 2;
export const NUMBER = 3;
export type Found = typeof BLANK | typeof BYTES | typeof TEXT | typeof NUMBER;

/** The record that was scanned last, as texts. */
export interface RecordCells {
  /** Looks for the first place that is filled. */
  readonly find: (places: Places) => Found;
  /** The bytes in which it was found. */
  readonly bytes: () => Uint8Array;
  readonly start: () => number;
  readonly end: () => number;
  /** What was found, as a text. */
  readonly text: () => string;
  /** The number that was found. */
  readonly number: () => number;
  readonly isBlank: (cell: number) => boolean;
  /** Turns to the record that was scanned in these bytes. */
  readonly next: (bytes: Uint8Array) => void;
}

const SPACE = 0x20;
const QUOTE = 0x22;
const LAST = 0x7e;
const BACKSLASH = 0x5c;
const N = 0x6e;
/** The bit in which small letters differ from capital ones. */
const LOWER = 0x20;
const LONGEST_BLANK = 4;

/** Reads the cells of a scanner's record as `csvColumns` reads those of a parsed one. */
export function recordCells({ starts, ends, kinds }: CsvScanner): RecordCells {
  // A mark of byte order in a cell is part of its text.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let bytes: Uint8Array = new Uint8Array(0);
  let start = 0;
  let end = 0;
  /** What was found, if it had to be made. */
  let text: string | undefined;
  let number: number | undefined;
  let kind = SIMPLE;
  const open = (cell: number) => {
    start = starts[cell] ?? 0;
    end = ends[cell] ?? 0;
    kind = kinds[cell] ?? SIMPLE;
  };
  const raw = (): string => {
    const decoded = decoder.decode(bytes.subarray(start, end));
    return kind === DOUBLED ? decoded.replaceAll('""', '"') : decoded;
  };
  /** Whether the bytes are ASCII without quotes, spaces around it or what stands for nothing. */
  const isPlain = (): boolean => {
    const first = bytes[start] ?? 0;
    if (kind !== SIMPLE || first === SPACE || bytes[end - 1] === SPACE) return false;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < SPACE || byte > LAST || byte === QUOTE) return false;
    }
    return end - start > LONGEST_BLANK || (first !== BACKSLASH && (first | LOWER) !== N);
  };
  const findText = (found: string | null): Found => {
    if (found === null) return BLANK;
    text = found;
    return TEXT;
  };
  const maps = mapReader(raw);
  /** The cell with the map that is open. */
  let mapCell = -1;
  const findInMap = (place: CellPlace): Found => {
    if (mapCell !== place.cell) maps.open(bytes, start, end, kind);
    mapCell = place.cell;
    const found = maps.read(place);
    if (typeof found !== "number") return findText(found);
    number = found;
    return NUMBER;
  };
  const look = (place: CellPlace): Found => {
    open(place.cell);
    text = undefined;
    number = undefined;
    if (start === end) return BLANK;
    if (place.keys.length > 0) return findInMap(place);
    return isPlain() ? BYTES : findText(cleanText(raw()));
  };
  return {
    find(places) {
      for (const place of places) {
        const found = look(place);
        if (found !== BLANK) return found;
      }
      return BLANK;
    },
    bytes: () => bytes,
    start: () => start,
    end: () => end,
    text: () => text ?? (number === undefined ? raw() : String(number)),
    number: () => number ?? NaN,
    isBlank: (cell) => look({ cell, keys: [], number: 0 }) === BLANK,
    next(others) {
      bytes = others;
      mapCell = -1;
    },
  };
}
