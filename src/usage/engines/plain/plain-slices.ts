import type { UsageFormat } from "../../format";
import type { Settings } from "../../read/settings";
import type { CsvFile } from "../file/csv-file";
import { type Entry, LONGEST_CELL } from "../file/csv-slices";
import type { Reading } from "../file/read-chunks";
import type { Kinds } from "../kinds";
import type { CsvBytes } from "../load/csv-bytes";
import { csvScanner } from "./csv-scanner";
import { plainLayout } from "./plain-layout";
import { type Doubtful, plainReader, type WrittenRow } from "./plain-reader";

/** A record that was not plain, for the reader of its format. */
export interface LeftEntry<R> {
  readonly entry: Entry<R>;
  /** The number of its row. */
  readonly row: number;
  /** Is to be told the number of the kind of the row that it turned out to be, or NO_ROW. */
  readonly learn?: ((kind: number) => void) | undefined;
}

/** Where plain rows go. */
export interface PlainTarget {
  readonly kinds: Kinds;
  readonly csv: CsvBytes;
  readonly file: number;
  /** Counts a record, and gives the number of its row. */
  readonly nextRow: () => number;
  readonly onRow: (row: WrittenRow) => void;
}

const ROOM = 1024 * 1024;

/** Reads a file of CSV; what it gives out has to be gone through before the next slice. */
export type PlainSlices<R> = (reading: Reading) => AsyncGenerator<Iterable<LeftEntry<R>>>;

/** Puts what was left of a piece before the next, always in the same memory. */
function joiner() {
  let memory = new Uint8Array(0);
  return (rest: Uint8Array, piece: Uint8Array): Uint8Array => {
    const length = rest.length + piece.length;
    const room = memory.length < length ? new Uint8Array(length + ROOM) : memory;
    room.set(rest);
    room.set(piece, rest.length);
    memory = room;
    return room.subarray(0, length);
  };
}

/**
 * Reads CSV by its bytes: records that are plain are written as rows at once, and all others
 * are left to the reader of the format, in their places. What counts as plain is read as that
 * reader reads it; it takes a fifth of the time.
 *
 * @returns undefined where the format has to be read record by record
 */
export function plainSlices<R>(
  source: CsvFile<R>,
  format: UsageFormat,
  settings: Settings,
  doubtful: Doubtful | undefined,
  target: PlainTarget,
): PlainSlices<R> | undefined {
  const { header, delimiter } = source;
  const layout = plainLayout(format, header, settings);
  if (layout === undefined) return undefined;
  const scanner = csvScanner(delimiter.charCodeAt(0), header.length);
  const { kinds, csv, file, nextRow, onRow } = target;
  const terms = { layout, scanner, cellCount: header.length, format, settings, doubtful };
  const reader = plainReader(terms, kinds, csv);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let { line } = source;
  const joined = joiner();
  let rest: Uint8Array = new Uint8Array(0);

  function* take(bytes: Uint8Array, isLast: boolean): Generator<LeftEntry<R>> {
    let from = 0;
    while (from < bytes.length) {
      const how = scanner.scan(bytes, from);
      const mayGoOn = how === "open" || (how === "unclosed" && bytes.length - from <= LONGEST_CELL);
      if (mayGoOn && !isLast) break;
      const isEmpty = how !== "unclosed" && scanner.isEmpty();
      const end = Math.min(scanner.end(), bytes.length);
      const lines = scanner.lines();
      if (!isEmpty) {
        const row = nextRow();
        const written = how === "unclosed" ? undefined : reader.write(bytes, file, row);
        if (written) onRow(written);
        else {
          const learn = how === "unclosed" ? undefined : reader.learner();
          const text = decoder.decode(bytes.subarray(from, end));
          for (const entry of source.entries(text, line)) yield { entry, row, learn };
        }
      }
      from = end;
      line += lines;
    }
    rest = bytes.subarray(from);
  }
  return async function* (reading) {
    for await (const piece of source.pieces(reading)) yield take(joined(rest, piece), false);
    yield take(joined(rest, new Uint8Array(0)), true);
  };
}
