import type { Target } from "./load/load-file";
import { partyRows, priceRows, rateRows, type SqlRows } from "./prices/price-rows";
import { pricingOf } from "./prices/rates";
import type { Dialect } from "./sql/dialect";
import { pricedRows } from "./sql/priced-rows";
import { readSummary } from "./sql/summary";
import {
  customersQuery,
  linesQuery,
  monthsQuery,
  otherChargesQuery,
  rangeQuery,
  rowsByParty,
  taskRows,
} from "./sql/summary-queries";
import type { SqlDatabase } from "./sql-database";
import type { Run, Summarized, SummaryOptions } from "./usage-engine";

/** Rows of the table of usage carry the number of their kind. */
const BY_NUMBER = ["kind_no", "rate_kind"] as const;

/**
 * As many rows with their costs as may lie beside the usage, at 190 bytes each: of more, there
 * would not be the memory for what comes after.
 */
export const PRICED_AT_ONCE = 3_000_000;

/** Tables and queries that always take their time. */
const STEPS = 6;

/** A line of CSV; null is blank, and a blank text is quoted. */
function csvLine(cells: SqlRows["rows"][number]): string {
  const cell = (value: (typeof cells)[number]) =>
    typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : `${value ?? ""}`;
  return `${cells.map(cell).join(",")}\n`;
}

/** Puts rows beside the usage. */
async function writeTable(database: SqlDatabase, name: string, { columns, rows }: SqlRows) {
  const types = columns.map((column) => column.join(" ")).join(", ");
  await database.run(`CREATE OR REPLACE TEMP TABLE ${name} (${types})`);
  const csv = rows.map(csvLine).join("");
  if (csv !== "") await database.append(name, columns, new TextEncoder().encode(csv));
}

/**
 * Sums up what the table of usage holds.
 *
 * @param atOnce of more rows, costs are worked out for lines and for tasks, each by itself
 */
export async function summarize(
  { database, kinds }: Target,
  dialect: Dialect,
  { pricing: overrides = [], without = [], parties = [] }: SummaryOptions,
  { signal, onProgress }: Run,
  atOnce = PRICED_AT_ONCE,
): Promise<Summarized> {
  const files = without.map(Number).join(", ");
  const usage = files === "" ? "usage" : `(SELECT * FROM usage WHERE file_no NOT IN (${files}))`;
  const pricing = pricingOf(kinds.all, overrides);
  let done = 0;
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    onProgress("Summing up", Math.min(1, ++done / STEPS));
    return result;
  };
  const query = (sql: string) => step(database.query(sql, signal));
  const create = (what: string, rows: string) =>
    step(database.run(`CREATE OR REPLACE TEMP ${what} AS ${rows}`, signal));
  onProgress("Summing up", 0);
  await writeTable(database, "rates", rateRows(pricing));
  await writeTable(database, "prices", priceRows(pricing));
  const [count] = await database.query("SELECT CAST(count(*) AS DOUBLE) FROM usage");
  // Once for lines and tasks where it can be: pricing takes longer than all else.
  const priced = Number(count?.[0]) > atOnce ? "VIEW priced" : "TABLE priced";
  const relations = { usage, rates: "rates", prices: "prices", kind: [BY_NUMBER] };
  try {
    await create(priced, pricedRows(dialect, relations));
    const lines = await query(linesQuery(dialect, "priced"));
    await create("TABLE tasks", taskRows("priced"));
    const months = await query(monthsQuery(dialect, "tasks"));
    const customers = await query(customersQuery(dialect, "tasks"));
    const ofParties = async () => {
      await writeTable(database, "parties", partyRows(parties));
      await create("TABLE tasks", taskRows(`(${rowsByParty("priced", "parties")})`));
      return query(customersQuery(dialect, "tasks"));
    };
    const byParty = parties.length === 0 ? [] : await ofParties();
    const others = kinds.all.flatMap(({ charge }, number) => (charge === "usage" ? [] : [number]));
    const otherCharges =
      others.length === 0 ? [] : await query(otherChargesQuery(dialect, usage, others));
    const [range] = await query(rangeQuery(dialect, usage, "rates"));
    onProgress("Summing up", 1);
    const [start, end] = [Number(range?.[0] ?? 0), Number(range?.[1] ?? 0)];
    const rows = { lines, months, customers, parties: byParty, otherCharges, start, end };
    return readSummary(rows, kinds.all, pricing, parties);
  } finally {
    // Also after Cancel: the usage stays, and the next files need the room.
    await database.run("DROP TABLE IF EXISTS tasks").catch(() => undefined);
    await database.run(`DROP ${priced.replace(" ", " IF EXISTS ")}`).catch(() => undefined);
  }
}
