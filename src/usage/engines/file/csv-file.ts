import { parseCsv } from "../../source/csv-records";
import type { OpenedText } from "../../source/open-text";
import { csvEntryReader } from "../../source/table";
import type { Entry } from "./csv-slices";
import { bytePieces, type Reading } from "./read-chunks";

/** A file of CSV as bytes, for those who need no text of it. */
export interface CsvFile<R> {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** The line of the first record. */
  readonly line: number;
  /** The bytes from the first record on, unpacked. */
  readonly pieces: (reading: Reading) => AsyncGenerator<Uint8Array>;
  /** The record in a text that holds one alone. */
  readonly entries: (text: string, line: number) => Iterable<Entry<R>>;
}

const BOM = [0xef, 0xbb, 0xbf];
/** What stands in a text for bytes that are no UTF-8. */
const REPLACEMENT = "\uFFFD";

/** @returns undefined where it is not clear in bytes where the records begin */
export function csvFile(
  file: Blob,
  isPacked: boolean,
  { text, dialect }: Extract<OpenedText, { kind: "csv" }>,
): CsvFile<readonly string[]> | undefined {
  const { delimiter, header } = dialect;
  const before = text.slice(0, dialect.offset);
  if (before.includes(REPLACEMENT) || delimiter.charCodeAt(0) > 0x7f) return undefined;
  const length = new TextEncoder().encode(before).length;
  const entryOf = csvEntryReader(header);
  return {
    ...{ delimiter, header },
    line: dialect.line,
    async *pieces(reading) {
      let left = -1;
      for await (const piece of bytePieces(file, isPacked, reading)) {
        // The text has no mark of byte order any more.
        if (left < 0) left = length + (BOM.every((byte, at) => piece[at] === byte) ? 3 : 0);
        if (left < piece.length) yield piece.subarray(left);
        left = Math.max(left - piece.length, 0);
      }
    },
    *entries(record, line) {
      for (const each of parseCsv(record, { delimiter, offset: 0, line })) yield entryOf(each);
    },
  };
}
