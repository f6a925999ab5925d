import type { Problem } from "../../problem";
import type { CsvDialect } from "../../source/csv-dialect";
import { parseCsv } from "../../source/csv-records";
import type { Located } from "../../source/json-records";
import { csvEntryReader } from "../../source/table";

/** A record of a file, or what is no record. */
export type Entry<R> = Located<R> | Problem;

/**
 * Records of a file that are read at one go, and what is no record. It is gone through once, and
 * to its end before the next: a record is made when it is asked for, and is not kept.
 */
export type Slice<R> = Iterable<Entry<R>>;

/** A quote that is not closed within so many characters is taken for a broken one. */
export const LONGEST_CELL = 16 * 1024 * 1024;

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
  function* take(text: string, isLast: boolean): Generator<Entry<readonly string[]>> {
    let end = isStart ? dialect.offset : 0;
    if (text.length < end) {
      rest = text;
      return;
    }
    isStart = false;
    for (const record of parseCsv(text, { delimiter, offset: end, line })) {
      const mayGoOn =
        record.end > text.length || (record.unclosed === true && text.length - end <= LONGEST_CELL);
      if (mayGoOn && !isLast) break;
      end = record.end;
      line = record.nextLine;
      yield entry(record);
    }
    rest = text.slice(end);
  }
  for await (const piece of pieces) yield take(rest + piece, false);
  yield take(rest, true);
}
