import type { Problem } from "../../problem";
import type { CsvDialect } from "../../source/csv-dialect";
import { parseCsv } from "../../source/csv-records";
import type { Located } from "../../source/json-records";
import { csvEntryReader } from "../../source/table";

/** Records of a file that were read at one go, and what is no record. */
export type Slice<R> = readonly (Located<R> | Problem)[];

// A quote that is not closed within so many characters is taken for a broken one.
const LONGEST_CELL = 16 * 1024 * 1024;

/**
 * The records of a CSV text that comes in pieces: the same as of the whole text, wherever it is
 * cut. What a piece leaves unfinished waits for the next one.
 */
export async function* csvSlices(
  pieces: AsyncIterable<string>,
  dialect: CsvDialect,
): AsyncGenerator<Slice<readonly string[]>> {
  const { delimiter, header } = dialect;
  const entry = csvEntryReader(header);
  let { line } = dialect;
  let isStart = true;
  let rest = "";
  const take = (text: string, isLast: boolean): Slice<readonly string[]> => {
    const slice: (Located<readonly string[]> | Problem)[] = [];
    let end = isStart ? dialect.offset : 0;
    if (text.length < end) {
      rest = text;
      return slice;
    }
    isStart = false;
    for (const record of parseCsv(text, { delimiter, offset: end, line })) {
      const mayGoOn =
        record.end > text.length || (record.unclosed === true && text.length - end <= LONGEST_CELL);
      if (mayGoOn && !isLast) break;
      slice.push(entry(record));
      end = record.end;
      line = record.nextLine;
    }
    rest = text.slice(end);
    return slice;
  };
  for await (const piece of pieces) {
    const slice = take(rest + piece, false);
    if (slice.length > 0) yield slice;
  }
  const last = take(rest, true);
  if (last.length > 0) yield last;
}
