import type { UsageLine, UsageSummary } from "../../usage-summary";
import type { Kind } from "../kinds";
import type { Pricing } from "../prices/rates";
import type { Summarized, SummaryOptions, UnpricedModel } from "../usage-engine";
import {
  readCustomerMonths,
  readCustomers,
  readLines,
  readOtherCharges,
  readParties,
  type Rows,
  taskProfile,
} from "./read-summary";

/** What the queries of the same names give. */
export interface SummaryRows {
  readonly lines: Rows;
  readonly months: Rows;
  readonly customers: Rows;
  readonly parties: Rows;
  readonly otherCharges: Rows;
  /** First instant, and first instant after, of all usage. */
  readonly start: number;
  readonly end: number;
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

/** Every number in the table is one of a kind. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a row of usage is of no known kind");
  return value;
}

/** What usage comes to, from the results of the queries. */
export function readSummary(
  rows: SummaryRows,
  kinds: readonly Kind[],
  { rates, currencies }: Pricing,
  members: NonNullable<SummaryOptions["parties"]>,
): Summarized {
  const byKind = new Map(rates.map((rate) => [rate.number, rate]));
  const { lines, unknownPromptLengths, traced } = readLines(rows.lines, (kind) =>
    found(byKind.get(kind)),
  );
  const { customerMonths, traces } = readCustomerMonths(rows.months, lines);
  const summary: UsageSummary = {
    months: [...new Set(lines.map(({ month }) => month))].sort(),
    lines,
    customerMonths,
    customers: readCustomers(rows.customers, currencies),
    ...(members.length > 0 && { parties: readParties(rows.parties, currencies, members) }),
    profile: taskProfile(traces, traced),
    otherCharges: readOtherCharges(rows.otherCharges, (kind) => found(kinds[kind])),
    start: rows.start,
    end: rows.end,
  };
  return { summary, unpriced: unpricedModels(lines), unknownPromptLengths };
}
