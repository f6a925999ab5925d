import type { UsageLine, UsageSummary } from "../usage-summary";
import type { Target } from "./load/load-file";
import { type Pricing, pricingOf } from "./prices/rates";
import type { Dialect } from "./sql/dialect";
import { PRICE_COLUMNS, pricedRows, RATE_COLUMNS } from "./sql/priced-rows";
import {
  readCustomerMonths,
  readCustomers,
  readLines,
  readOtherCharges,
  readProfile,
} from "./sql/read-summary";
import {
  customersQuery,
  linesQuery,
  monthsQuery,
  otherChargesQuery,
  profileQuery,
  rangeQuery,
  taskRows,
} from "./sql/summary-queries";
import type { SqlDatabase } from "./sql-database";
import type { Run, Summarized, SummaryOptions, UnpricedModel } from "./usage-engine";

/** Queries, and the table of tasks. */
const STEPS = 7;

/** A line of CSV; null is blank, and a blank text is quoted. */
function csvLine(cells: readonly (string | number | bigint | boolean | null)[]): string {
  const cell = (value: (typeof cells)[number]) =>
    typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : `${value ?? ""}`;
  return `${cells.map(cell).join(",")}\n`;
}

function rateLines({ rates }: Pricing): string {
  return rates
    .map(({ number, kind, offer, isListed, share, currency, reason }) => {
      const isStated = kind.costBasis !== null;
      // A list price in the currency of the cost, where the catalog has none.
      const keepsList = !isListed && isStated;
      const flags = [reason === null, isListed, keepsList];
      return csvLine([number, offer, isStated, currency, ...flags, share.of, share.in]);
    })
    .join("");
}

function priceLines({ offers }: Pricing): string {
  return offers
    .flatMap((spans, offer) =>
      spans.map((span) =>
        csvLine([
          ...[offer, span.from, span.until, span.fromSecond, span.untilSecond],
          ...[span.above, span.upTo, span.input, span.output],
          ...[span.cacheRead, span.cacheWrite5m, span.cacheWrite1h],
        ]),
      ),
    )
    .join("");
}

/** Puts rates and prices beside the usage. */
async function writePricing(database: SqlDatabase, pricing: Pricing): Promise<void> {
  const encoder = new TextEncoder();
  const tables = [
    ["rates", RATE_COLUMNS, rateLines(pricing)],
    ["prices", PRICE_COLUMNS, priceLines(pricing)],
  ] as const;
  for (const [name, columns, csv] of tables) {
    const types = columns.map((column) => column.join(" ")).join(", ");
    await database.run(`CREATE OR REPLACE TEMP TABLE ${name} (${types})`);
    if (csv !== "") await database.append(name, columns, encoder.encode(csv));
  }
}

function unpricedModels(lines: readonly UsageLine[]): UnpricedModel[] {
  const models = new Map<string, UnpricedModel>();
  for (const { provider, model, unpriced } of lines) {
    if (unpriced.reasons.length === 0) continue;
    const key = JSON.stringify([provider, model]);
    const known = models.get(key);
    models.set(key, {
      provider,
      model,
      reasons: [...new Set([...(known?.reasons ?? []), ...unpriced.reasons])].sort(),
      requests: (known?.requests ?? 0) + unpriced.requests,
      inputTokens:
        (known?.inputTokens ?? 0) +
        unpriced.inUncached +
        unpriced.inCacheRead +
        unpriced.inCacheWrite5m +
        unpriced.inCacheWrite1h,
      outputTokens: (known?.outputTokens ?? 0) + unpriced.outTotal,
    });
  }
  return [...models.values()];
}

/** Sums up what the table of usage holds. */
export async function summarize(
  { database, kinds }: Target,
  dialect: Dialect,
  { pricing: overrides = [], without = [] }: SummaryOptions,
  { signal, onProgress }: Run,
): Promise<Summarized> {
  const files = without.map(Number).join(", ");
  const usage = files === "" ? "usage" : `(SELECT * FROM usage WHERE file_no NOT IN (${files}))`;
  const pricing = pricingOf(kinds.all, overrides);
  await writePricing(database, pricing);
  let done = 0;
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    onProgress("Summing up", ++done / STEPS);
    return result;
  };
  const query = (sql: string) => step(database.query(sql, signal));
  onProgress("Summing up", 0);
  const priced = `(${pricedRows(dialect, { usage, rates: "rates", prices: "prices" })})`;
  const rates = new Map(pricing.rates.map((rate) => [rate.number, rate]));
  const { lines, unknownPromptLengths } = readLines(
    await query(linesQuery(dialect, priced)),
    (kind) => found(rates.get(kind)),
  );
  await step(database.run(`CREATE OR REPLACE TEMP TABLE tasks AS ${taskRows(priced)}`, signal));
  const customerMonths = readCustomerMonths(await query(monthsQuery(dialect, "tasks")), lines);
  const customers = readCustomers(await query(customersQuery(dialect, "tasks")));
  const profile = readProfile(await query(profileQuery(dialect, "tasks")));
  await database.run("DROP TABLE tasks");
  const others = kinds.all.flatMap(({ charge }, number) => (charge === "usage" ? [] : [number]));
  const charges = others.length === 0 ? [] : await query(otherChargesQuery(dialect, usage, others));
  const [range] = await query(rangeQuery(dialect, usage, "rates"));
  onProgress("Summing up", 1);
  const summary: UsageSummary = {
    months: [...new Set(lines.map(({ month }) => month))].sort(),
    lines,
    customerMonths,
    customers,
    profile,
    otherCharges: readOtherCharges(charges, (kind) => found(kinds.all[kind])),
    start: Number(range?.[0] ?? 0),
    end: Number(range?.[1] ?? 0),
  };
  return { summary, unpriced: unpricedModels(lines), unknownPromptLengths };
}

/** Every number in the table is one of a kind. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a row of usage is of no known kind");
  return value;
}
