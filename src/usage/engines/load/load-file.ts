import type { Answers, Question } from "../../answers";
import type { Shape, UsageFormat } from "../../format";
import { personalColumns } from "../../personal-data";
import type { Problem } from "../../problem";
import { inspect } from "../../read/inspect";
import { asTotal, nestedTotals } from "../../read/nested-totals";
import type { Tally } from "../../read/collect";
import type { Outcome } from "../../read/outcome";
import type { Settings } from "../../read/settings";
import { usageReader } from "../../read/usage-reader";
import { fits, sampleOf, type Table } from "../../source/table";
import type { UsageRow } from "../../usage-row";
import type { Entry, Slice } from "../file/csv-slices";
import { openFile, type Source } from "../file/open-file";
import { FileError, type Reading } from "../file/read-chunks";
import type { Kinds } from "../kinds";
import { NO_ROW } from "../plain/known-kinds";
import { type LeftEntry, plainSlices, type PlainSlices } from "../plain/plain-slices";
import type { SqlDatabase } from "../sql-database";
import { amountSums } from "./amount-sums";
import { batchWriter } from "./batch-writer";
import { doubts } from "./doubts";
import { columnsWritten, writeLeftOut, writeRow } from "./usage-table";

/** The problems of so many rejected records of a file are listed; all are counted. */
const LISTED = 10_000;

/** Records, and what they would have counted for, billionths by currency. */
export type Amounted = Pick<Tally, "rows" | "amounts">;

/** What was read of a file. */
export interface ReadFile {
  readonly kind: "read";
  readonly recordsRead: number;
  /** What all records state that they cost, summed up as they were read: billionths by currency. */
  readonly amountsRead: Tally["amounts"];
  readonly rejected: Amounted;
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly notes: readonly string[];
  readonly dropped: readonly string[];
}

/** Questions to which there is no answer yet. */
export interface Asked {
  readonly kind: "ask";
  readonly questions: readonly Question[];
}

const ANY: readonly Shape[] = [
  { in: "csv", has: [] },
  { in: "json", rows: [], has: [] },
];

/**
 * Does something with the records of a file as a format sees them.
 *
 * @throws FileError where the file holds none, or cannot be read
 */
export async function withRecords<T>(
  file: Blob,
  format: UsageFormat,
  signal: AbortSignal,
  use: <R>(source: Source<R>) => T,
): Promise<T> {
  const opened = await openFile(file, signal);
  if (opened.kind === "empty") throw new FileError("It is empty.");
  if (opened.kind === "unreadable") throw new FileError(opened.why);
  const shapes = format.shapes.length > 0 ? format.shapes : ANY;
  for (const shape of shapes) {
    const fitting = opened.within(shape, (source) =>
      fits(source.table, sampleOf(source.table), shape) ? { done: use(source) } : undefined,
    );
    if (fitting) return fitting.done;
  }
  throw new FileError(`It has not the columns of ${format.name}.`);
}

/** Settles how a table is read, by all records that are known of it. */
export function inspectTable<R>(table: Table<R>, format: UsageFormat, answers: Answers) {
  const records: R[] = [];
  let broken = 0;
  for (const entry of table.records()) {
    if ("record" in entry) records.push(entry.record);
    else broken++;
  }
  const { columns, delimiter } = table;
  return {
    ...inspect({ columns, delimiter, records, broken }, format, answers),
    dropped: personalColumns(columns.names),
  };
}

/** Reads entries of a table: each becomes a row, is left out or is rejected. */
export function entryReader<R>(
  { columns }: Table<R>,
  format: UsageFormat,
  settings: Settings,
): (entry: Entry<R>) => Outcome<UsageRow> {
  const read = usageReader(columns, format, settings);
  return (entry) => ("record" in entry ? read(entry.record, entry.place) : { problems: [entry] });
}

/** As `entryReader`, but leaves totals out, which are known once every record was seen. */
async function loadReader<R>(
  source: Source<R>,
  format: UsageFormat,
  settings: Settings,
  signal: AbortSignal,
): Promise<(entry: Entry<R>) => Outcome<UsageRow>> {
  const read = entryReader(source.table, format, settings);
  if (format.nests === undefined) return read;
  const totals = nestedTotals(source.table.columns, format);
  for await (const slice of source.slices({ signal })) {
    for (const entry of slice) if ("record" in entry) totals.add(entry.record);
  }
  return (entry) => {
    const outcome = read(entry);
    return "row" in outcome && "record" in entry && totals.isTotal(entry.record)
      ? asTotal(outcome.row)
      : outcome;
  };
}

/** How a file is read. */
export interface HowToRead {
  readonly format: UsageFormat;
  readonly answers: Answers;
  /** Whether plain records may be read by their bytes; true if omitted. */
  readonly isPlain?: boolean;
}

/** Where rows are written to. */
export interface Target {
  readonly database: SqlDatabase;
  readonly kinds: Kinds;
}

/** The number of the file, and that of its first row. */
export interface Numbers {
  readonly file: number;
  readonly firstRow: number;
}

/** As `plainSlices`, of records that are all left to the reader of the format. */
function allLeft<R>(source: Source<R>, nextRow: () => number): PlainSlices<R> {
  function* left(slice: Slice<R>): Generator<LeftEntry<R>> {
    for (const entry of slice) yield { entry, row: nextRow() };
  }
  return async function* (reading) {
    for await (const slice of source.slices(reading)) yield left(slice);
  };
}

/**
 * Reads all records of a source into the table of usage.
 *
 * @returns what was read, or questions that its first records did not raise
 */
export async function loadSource<R>(
  source: Source<R>,
  { format, answers, isPlain = true }: HowToRead,
  { database, kinds }: Target,
  numbers: Numbers,
  reading: Reading,
): Promise<ReadFile | Asked> {
  const { settings, questions, notes, dropped } = inspectTable(source.table, format, answers);
  const needed = questions.filter(({ isNeeded }) => isNeeded);
  if (needed.length > 0) return { kind: "ask", questions };
  const read = await loadReader(source, format, settings, reading.signal);
  const doubt = doubts(source.table, format, settings, answers);
  const writer = batchWriter(database, columnsWritten(format, settings));
  const problems: Problem[] = [];
  const counts = { recordsRead: 0, problemCount: 0 };
  const [amountsRead, rejectedAmounts] = [amountSums(), amountSums()];
  let rejectedRows = 0;
  const nextRow = () => numbers.firstRow + counts.recordsRead++;
  /** Gives the number of the kind of the row that it is. */
  const take = (outcome: Outcome<UsageRow>, row: number): number => {
    if ("row" in outcome) {
      const kind = kinds.ofRow(outcome.row);
      amountsRead.add(outcome.row.currency, outcome.row.costNano);
      writeRow(writer.csv, numbers.file, row, kind, outcome.row);
      return kind;
    }
    const { nano = null, currency = null } = outcome;
    amountsRead.add(currency, nano);
    if ("because" in outcome) {
      const kind = kinds.ofLeftOut(format.id, outcome.because, outcome.currency);
      writeLeftOut(writer.csv, numbers.file, row, kind, format.id, outcome);
      return NO_ROW;
    }
    rejectedRows++;
    rejectedAmounts.add(currency, nano);
    counts.problemCount += outcome.problems.length;
    if (rejectedRows <= LISTED) for (const problem of outcome.problems) problems.push(problem);
    return NO_ROW;
  };
  const plain =
    isPlain && source.csv
      ? plainSlices(source.csv, format, settings, doubt, {
          ...{ kinds, nextRow, csv: writer.csv, file: numbers.file },
          onRow: ({ kind, costNano }) =>
            amountsRead.add(kinds.all[kind]?.currency ?? null, costNano),
        })
      : undefined;
  const slices = plain ?? allLeft(source, nextRow);
  try {
    for await (const slice of slices(reading)) {
      const held = doubt && [...slice];
      const asked = doubt && held ? doubt.questions(held.map(({ entry }) => entry)) : [];
      if (asked.length > 0) return { kind: "ask", questions: asked };
      for (const { entry, row, learn } of held ?? slice) {
        const kind = take(read(entry), row);
        learn?.(kind);
      }
      await writer.flushWhenFull();
    }
    await writer.finish();
  } finally {
    await writer.settle();
  }
  const rejected = { rows: rejectedRows, amounts: rejectedAmounts.all() };
  const amounts = amountsRead.all();
  return { kind: "read", ...counts, amountsRead: amounts, rejected, problems, notes, dropped };
}
