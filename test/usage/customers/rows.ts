import { type ImportedCosts, importedCosts } from "../../../src/usage/customers/imported-costs";
import { monthEnd } from "../../../src/usage/revenue/months";
import type { RevenueRow } from "../../../src/usage/revenue-row";
import type {
  CustomerMonth,
  CustomerTasks,
  UsageLine,
  UsageSummary,
} from "../../../src/usage/usage-summary";
import { NO_TOKENS } from "../../../src/usage/read/token-classes";

export { NO_TOKENS };

/** A dollar, in billionths. */
export const DOLLAR = 1_000_000_000n;

/** A line of usage of 10 requests and 1,000 tokens that the gateway reported, unless said otherwise. */
export function usageLine(given: Partial<UsageLine>): UsageLine {
  return {
    ...NO_TOKENS,
    customerId: "acme",
    month: "2026-09",
    provider: "openai",
    model: "gpt-5",
    currency: "USD",
    requests: 10,
    inUncached: 1000,
    costs: { billed: 0n, reported: 0n, derived: 0n, assumed: 0n },
    listCostNano: null,
    unpriced: { ...NO_TOKENS, requests: 0, reasons: [] },
    ...given,
  };
}

/** Costs of which the gateway reported all. */
export function reported(nano: bigint): UsageLine["costs"] {
  return { billed: 0n, reported: nano, derived: 0n, assumed: 0n };
}

export function usageSummary(
  lines: readonly UsageLine[],
  customerMonths: readonly CustomerMonth[] = [],
  customers: readonly CustomerTasks[] = [],
): UsageSummary {
  const months = [...new Set(lines.map(({ month }) => month))].sort();
  return {
    months,
    lines,
    customerMonths,
    customers,
    profile: null,
    otherCharges: [],
    // All of the months, September 2026 where there is none.
    start: Date.parse(months[0] ?? "2026-09"),
    end: monthEnd(months.at(-1) ?? "2026-09"),
  };
}

/** Other costs as imported, of customers by their ids, in the months of August and September. */
export function importedOf(
  dollars: Readonly<Record<string, bigint>>,
  given: Partial<RevenueRow> = {},
): ImportedCosts {
  const rows = Object.entries(dollars).map(([customerId, amount]) =>
    revenueRow({ customerId, amountNano: amount * DOLLAR, ...given }),
  );
  return importedCosts(rows, { from: "2026-08", to: "2026-09", currency: "USD", rates: {} });
}

/** A line of revenue of September 2026, invoiced on its first day, unless said otherwise. */
export function revenueRow(given: Partial<RevenueRow>): RevenueRow {
  return {
    source: "plain-revenue",
    rowId: null,
    customerId: "acme",
    customerName: null,
    invoiceId: null,
    subscriptionId: null,
    start: Date.UTC(2026, 8, 1),
    end: Date.UTC(2026, 9, 1),
    invoicedOn: Date.UTC(2026, 8, 1),
    amountNano: 100n * DOLLAR,
    currency: "USD",
    kind: "service",
    ...given,
  };
}
