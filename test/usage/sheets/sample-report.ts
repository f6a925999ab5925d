import {
  type CustomersReport,
  customersReport,
} from "../../../src/usage/customers/customers-report";
import type { OtherCogs } from "../../../src/usage/customers/customer-figures";
import { importedCosts } from "../../../src/usage/customers/imported-costs";
import { recogniseRevenue } from "../../../src/usage/revenue/recognise-revenue";
import type { ImportRecord } from "../../../src/usage/sheets/import-record";
import type { UsageLine } from "../../../src/usage/usage-summary";
import { DOLLAR, NO_TOKENS, revenueRow, usageLine, usageSummary } from "../customers/rows";

const MONTHS = ["2026-08", "2026-09", "2026-10"];
const MODELS = [
  "gpt-5",
  "claude-haiku-4-5",
  "gemini-2.5-flash",
  "mistral-large",
  "llama",
  "qwen",
  "o9",
];
/** Texts that a spreadsheet would take for something else. */
const NAMES: Readonly<Record<string, string>> = {
  c3: "=1+1",
  c4: "@x",
  c5: "+49 30 1234",
  c6: "-5",
  c7: "#N/A",
  c8: "12 May",
};

/** Numbers that look random and are the same each time, from 0 to below 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function lineOf(customer: number, month: string, model: string, next: () => number): UsageLine {
  // A heavy tail: one in a hundred costs a hundred times as much.
  const weight = 0.2 / (next() + 0.002);
  const nano = BigInt(Math.round(weight * 1e9));
  const isUnpriced = customer % 40 === 39 && model === "o9";
  const basis = next() < 0.7 ? "reported" : next() < 0.5 ? "derived" : "billed";
  return usageLine({
    customerId: customer % 50 === 49 ? null : `c${customer}`,
    month,
    model,
    requests: 5 + Math.floor(next() * 50),
    inUncached: Math.round(weight * 4000),
    costs: {
      billed: 0n,
      reported: 0n,
      derived: 0n,
      assumed: 0n,
      ...(!isUnpriced && { [basis]: nano }),
    },
    unpriced: isUnpriced
      ? {
          ...NO_TOKENS,
          inUncached: Math.round(weight * 4000),
          requests: 5,
          reasons: [`the catalog has no model "o9"`],
        }
      : { ...NO_TOKENS, requests: 0, reasons: [] },
  });
}

export const OTHER_COGS: OtherCogs = { perTask: 0.01, perCustomerMonth: 2, revenueShare: 0.03 };

/** Support of a customer, hosting of nobody's, and a cost of somebody who is nowhere else. */
export const IMPORTED_COSTS = importedCosts(
  [
    revenueRow({ customerId: "c0", amountNano: 40n * DOLLAR, purpose: "Support" }),
    revenueRow({ customerId: null, amountNano: 60n * DOLLAR, purpose: "Hosting" }),
    revenueRow({ customerId: "stranger", amountNano: 5n * DOLLAR, purpose: "=1+1" }),
    revenueRow({ customerId: "c1", amountNano: 7n * DOLLAR, currency: "CHF" }),
  ],
  { from: "2026-08", to: "2026-10", currency: "USD", rates: {} },
);

/** A report of so many customers with all that can befall them. */
export function sampleReport(
  count: number,
  otherCogs: OtherCogs | null = OTHER_COGS,
  currency = "USD",
): CustomersReport {
  const next = numbers(7);
  const places = Array.from({ length: count }, (_, i) => i);
  const lines = places.flatMap((i) =>
    MONTHS.flatMap((month) =>
      MODELS.filter((_, j) => (i + j) % 3 === 0).map((model) => lineOf(i, month, model, next)),
    ),
  );
  const ids = [...new Set(lines.map(({ customerId }) => customerId))];
  const usage = usageSummary(
    lines.map((line) => ({ ...line, currency })),
    ids.flatMap((customerId) =>
      MONTHS.map((month) => ({
        customerId,
        month,
        tasks: Math.floor(next() * 90),
        requests: 100,
        unpricedTasks: 0,
      })),
    ),
    ids.map((customerId) => ({
      customerId,
      currency,
      tasks: 30,
      p50Nano: 1e7 * (1 + next()),
      p90Nano: 4e7 * (1 + next()),
      p99Nano: 2e8 * (1 + next()),
    })),
  );
  const rows = places
    .filter((i) => i % 10 !== 9)
    .map((i) =>
      revenueRow({
        customerId: i % 25 === 24 ? `only-revenue-${i}` : `c${i}`,
        customerName: NAMES[`c${i}`] ?? `Customer ${i}`,
        start: Date.UTC(2026, 7, 1 + (i % 20)),
        end: Date.UTC(2026, 10, 1 + (i % 20)),
        invoicedOn: Date.UTC(2026, 7, 1 + (i % 20)),
        amountNano: BigInt(Math.round(next() * 20)) * 30n * DOLLAR,
        currency,
      }),
    );
  const named = revenueRow({ customerId: null, amountNano: 12n * DOLLAR, currency });
  const foreign = revenueRow({ customerId: "c1", amountNano: 9n * DOLLAR, currency: "CHF" });
  const credits = revenueRow({ customerId: "c2", kind: "prepayment", currency });
  const revenue = recogniseRevenue([...rows, named, foreign, credits], {
    basis: "recognised",
    from: "2026-08",
    to: "2026-10",
    currency,
    rates: {},
  });
  return customersReport({
    usage,
    revenue,
    currency,
    rates: {},
    unallocated: new Map([["c11", "Internal"]]),
    otherCogs,
    targetMargin: 0.6,
  });
}

export const FILES: readonly ImportRecord[] = [
  {
    fileName: "=usage.csv",
    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    holds: "usage",
    format: "LiteLLM spend logs",
    rows: { read: 1010, loaded: 1000, rejected: 3, duplicates: 5, excluded: 2 },
    amounts: [
      {
        currency: "USD",
        readNano: null,
        loadedNano: 900n * DOLLAR,
        rejectedNano: null,
        duplicatesNano: 3n * DOLLAR,
        excludedNano: 0n,
      },
    ],
    first: Date.UTC(2026, 7, 1),
    last: Date.UTC(2026, 9, 31, 23, 59, 59),
    zone: "UTC",
    importedAt: Date.UTC(2026, 10, 25, 12),
    catalogDate: "2026-11-23",
  },
  {
    fileName: "revenue.csv",
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    holds: "revenue",
    format: "Revenue by your own columns",
    rows: { read: 200, loaded: 198, rejected: 0, duplicates: 2, excluded: 0 },
    amounts: [
      {
        currency: "USD",
        readNano: 520n * DOLLAR,
        loadedNano: 500n * DOLLAR,
        rejectedNano: 0n,
        duplicatesNano: 20n * DOLLAR,
        excludedNano: 0n,
      },
    ],
    first: Date.UTC(2026, 7, 1),
    last: Date.UTC(2026, 10, 20),
    zone: "UTC",
    importedAt: Date.UTC(2026, 10, 25, 12),
    catalogDate: null,
  },
];
