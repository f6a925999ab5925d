import type { Answers, Question } from "./answers";
import type { Format, RevenueFormat, UsageFormat } from "./format";
import { personalColumns } from "./personal-data";
import type { Place, Problem } from "./problem";
import type { RevenueRow } from "./revenue-row";
import { type Collected, collect } from "./read/collect";
import { inspect } from "./read/inspect";
import { asTotal, nestedTotals } from "./read/nested-totals";
import type { Outcome } from "./read/outcome";
import { revenueReader } from "./read/revenue-reader";
import type { Settings } from "./read/settings";
import { usageReader } from "./read/usage-reader";
import { plainTable, recognise, recogniseUnusable, type Within } from "./recognise";
import type { Columns } from "./source/columns";
import type { Located } from "./source/json-records";
import { openText } from "./source/open-text";
import type { Table } from "./source/table";
import type { UsageRow } from "./usage-row";

interface Read {
  readonly notes: readonly string[];
  /** Columns with personal data, which were not read. */
  readonly dropped: readonly string[];
  /** Questions that have an answer for now, such as which column names the customer. */
  readonly questions: readonly Question[];
}

type ReadLines = Read & { readonly format: RevenueFormat } & Collected<RevenueRow>;

/** What an export holds, or what has to be answered before it can be read. */
export type Import =
  | { readonly kind: "ask"; readonly questions: readonly Question[] }
  | (Read & { readonly kind: "usage"; readonly format: UsageFormat } & Collected<UsageRow>)
  | (ReadLines & { readonly kind: "revenue" })
  | (ReadLines & { readonly kind: "costs" });

/** An export that can be read in a format. */
export interface Importable {
  readonly format: Format;
  /** The columns by which it was recognised; none where the user mapped them. */
  readonly because: readonly string[];
  readonly read: (answers?: Answers) => Import;
}

/** What a text turned out to be. */
export type Recognised =
  /** More than one format: the user has to say which. */
  | { readonly kind: "recognised"; readonly candidates: readonly [Importable, ...Importable[]] }
  /** No format: its columns have to be mapped. */
  | {
      readonly kind: "unknown";
      readonly columns: readonly string[];
      readonly as: (format: Format) => Importable;
    }
  | { readonly kind: "unusable"; readonly name: string; readonly instead: string }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "empty" };

/** The records of a table, read once: evidence is taken from all of them. */
type Everything<R> = readonly (Located<R> | Problem)[];

function recordsIn<R>(everything: Everything<R>): R[] {
  const records: R[] = [];
  for (const each of everything) if ("record" in each) records.push(each.record);
  return records;
}

function* outcomes<R, T>(
  everything: Everything<R>,
  read: (record: R, place: Place) => Outcome<T>,
): Generator<Outcome<T>> {
  for (const each of everything) {
    yield "record" in each ? read(each.record, each.place) : { problems: [each] };
  }
}

function readUsage<R>(
  columns: Columns<R>,
  everything: Everything<R>,
  format: UsageFormat,
  settings: Settings,
): Collected<UsageRow> {
  const read = usageReader(columns, format, settings);
  const totals = nestedTotals(columns, format);
  if (format.nests) recordsIn(everything).forEach(totals.add);
  const withoutTotals = (record: R, place: Place) => {
    const outcome = read(record, place);
    if (!("row" in outcome) || !totals.isTotal(record)) return outcome;
    return asTotal(outcome.row);
  };
  return collect(outcomes(everything, withoutTotals), ({ costNano, currency }) => ({
    nano: costNano,
    currency,
  }));
}

function readTable<R>(table: Table<R>, format: Format, answers: Answers): Import {
  const { columns, delimiter } = table;
  const everything = [...table.records()];
  const records = recordsIn(everything);
  const sample = { columns, delimiter, records, broken: everything.length - records.length };
  const { settings, questions, notes } = inspect(sample, format, answers);
  if (questions.some(({ isNeeded }) => isNeeded)) return { kind: "ask", questions };
  const about = { notes, questions, dropped: personalColumns(columns.names) };
  if (format.holds === "usage") {
    const usage = readUsage(columns, everything, format, settings);
    return { kind: "usage", format, ...about, ...usage };
  }
  const revenue = collect(
    outcomes(everything, revenueReader(columns, format, settings)),
    ({ amountNano, currency }) => ({ nano: amountNano, currency }),
  );
  return { kind: format.holds, format, ...about, ...revenue };
}

function importable(format: Format, because: readonly string[], within: Within): Importable {
  return {
    format,
    because,
    read: (answers = {}) => within((table) => readTable(table, format, answers)),
  };
}

/**
 * Recognises an export and reads it, all of it in memory: for small texts and for JSON. Larger
 * CSV goes through the engine, by the same formats.
 *
 * @param text the whole text of the file
 * @example importText(csv).kind // => "recognised"
 */
export function importText(text: string): Recognised {
  const opened = openText(text);
  if (opened.kind === "empty" || opened.kind === "unreadable") return opened;
  const [candidate, ...others] = recognise(opened).map(({ format, because, within }) =>
    importable(format, because, within),
  );
  if (candidate) return { kind: "recognised", candidates: [candidate, ...others] };
  const unusable = recogniseUnusable(opened);
  if (unusable) return { kind: "unusable", name: unusable.name, instead: unusable.instead };
  const within = plainTable(opened);
  const columns = within?.(({ columns: { names } }) => names) ?? [];
  if (within === undefined || columns.length === 0) return { kind: "empty" };
  return {
    kind: "unknown",
    columns,
    as: (format) => importable(format, [], within),
  };
}
