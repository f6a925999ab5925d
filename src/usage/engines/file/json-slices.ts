import { jsonRecords, type JsonDocument, type JsonRecord } from "../../source/json-records";
import { jsonLines } from "../../source/open-text";
import type { Entry, Slice } from "./csv-slices";

/** The records of JSON lines that come in pieces. */
export async function* jsonLineSlices(
  pieces: AsyncIterable<string>,
  rows: readonly string[],
): AsyncGenerator<Slice<JsonRecord>> {
  let line = 1;
  let rest = "";
  const take = (text: string): Slice<JsonRecord> => {
    const { documents, problems } = jsonLines(text.replace(/^\uFEFF/, ""), line);
    line += text.split("\n").length - 1;
    return [...problems, ...jsonRecords(documents, rows)];
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    if (end > 0) yield take(text.slice(0, end));
  }
  yield take(rest);
}

const SLICE = 20_000;

/** The records of a document that is in memory. */
export function* jsonSlices(
  documents: readonly JsonDocument[],
  rows: readonly string[],
): Generator<Slice<JsonRecord>> {
  let slice: Entry<JsonRecord>[] = [];
  for (const each of jsonRecords(documents, rows)) {
    if (slice.push(each) < SLICE) continue;
    yield slice;
    slice = [];
  }
  yield slice;
}
