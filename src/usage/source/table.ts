import type { Shape } from "../format";
import type { Columns } from "./columns";
import { csvColumns } from "./csv-columns";
import { DELIMITERS } from "./csv-dialect";
import { type CsvRecord, parseCsv } from "./csv-records";
import { type JsonRecord, jsonColumns, jsonRecords, type Located } from "./json-records";
import type { OpenedText } from "./open-text";
import { type Problem, shown } from "../problem";

/** The records of a source and how values are found in them. */
export interface Table<R> {
  readonly columns: Columns<R>;
  readonly records: () => Iterable<Located<R> | Problem>;
  /** What separates columns; JSON has none. */
  readonly delimiter?: string;
}

type Csv = Extract<OpenedText, { kind: "csv" }>;
type Json = Pick<Extract<OpenedText, { kind: "json" }>, "documents" | "problems">;

/** How many cells there are, and by which sign they would be as many as the header has. */
function countInWords(cells: readonly string[], wanted: number): string {
  const [only = "", ...others] = cells;
  const sign = DELIMITERS.find((each) => only.split(each).length === wanted);
  if (others.length > 0 || wanted === 1 || sign === undefined) return `${cells.length}`;
  return `1: its cells are separated by ${sign === "\t" ? "tabs" : `“${sign}”`}, those of the header are not`;
}

/** Reads records of CSV by its header: those with too few or too many cells are problems. */
export function csvEntryReader(
  header: readonly string[],
): (record: CsvRecord) => Located<readonly string[]> | Problem {
  const expected = `${header.length} cells as in the header`;
  return ({ cells, line, unclosed }) => {
    if (unclosed) {
      const received = shown(cells[0] ?? null);
      return { line, column: "", expected: "a quote that is closed", received };
    }
    return cells.length < header.length || cells.slice(header.length).some(Boolean)
      ? { line, column: "", expected, received: countInWords(cells, header.length) }
      : { record: cells, place: { line } };
  };
}

/** The table in a CSV text. */
export function csvTable({ text, dialect }: Csv): Table<readonly string[]> {
  const { header, delimiter } = dialect;
  const entry = csvEntryReader(header);
  return {
    columns: csvColumns(header),
    delimiter,
    *records() {
      // Copies: these records are kept, and where V8 finds that what a line of code makes lives
      // long, it no longer clears it away cheaply, which the millions of a whole file need.
      for (const record of parseCsv(text, dialect)) {
        yield entry({ ...record, cells: [...record.cells] });
      }
    },
  };
}

/** The table in JSON whose records the properties lead to. */
export function jsonTable(
  { documents, problems }: Json,
  rows: readonly string[],
): Table<JsonRecord> {
  const sample: JsonRecord[] = [];
  for (const { record } of jsonRecords(documents, rows)) {
    if (sample.push(record) === SAMPLE) break;
  }
  return {
    columns: jsonColumns(sample),
    *records() {
      yield* problems;
      yield* jsonRecords(documents, rows);
    },
  };
}

/** So many records are looked at to see what an export is. */
export const SAMPLE = 100;

/** The first records of a table. */
export function sampleOf<R>(table: Table<R>, size = SAMPLE): R[] {
  const sample: R[] = [];
  for (const each of table.records()) {
    if ("record" in each && sample.push(each.record) === size) break;
  }
  return sample;
}

/** Whether the records have the shape. */
export function fits<R>(table: Table<R>, sample: readonly R[], shape: Shape): boolean {
  const { has } = table.columns;
  return (
    shape.has.every((column) => has(column, sample)) &&
    !(shape.lacks ?? []).some((column) => has(column, sample))
  );
}
