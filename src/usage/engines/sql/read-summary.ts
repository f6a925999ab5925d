import type { Charge, CostBasis, TokenClasses } from "../../usage-row";
import type {
  CustomerMonth,
  CustomerTasks,
  Month,
  OtherCharge,
  TaskProfile,
  UsageLine,
} from "../../usage-summary";
import type { SqlValue } from "../sql-database";
import { BASES, TOKENS } from "./summary-queries";

type Row = readonly SqlValue[];
type Rows = readonly Row[];

/** Reads the values of a row from left to right. */
function cursor(row: Row) {
  let at = 0;
  const next = () => row[at++] ?? null;
  const number = () => Number(next());
  return {
    text: (): string | null => {
      const value = next();
      return value === null ? null : String(value);
    },
    number,
    nano: (): bigint | null => {
      const value = next();
      return value === null ? null : BigInt(value);
    },
    tokens: (): TokenClasses => {
      const [inUncached, inCacheRead, inCacheWrite5m, inCacheWrite1h, outTotal, outReasoning] =
        TOKENS.map(number);
      return {
        inUncached: inUncached ?? 0,
        inCacheRead: inCacheRead ?? 0,
        inCacheWrite5m: inCacheWrite5m ?? 0,
        inCacheWrite1h: inCacheWrite1h ?? 0,
        outTotal: outTotal ?? 0,
        outReasoning: outReasoning ?? 0,
      };
    },
  };
}

/** "2026-09", of months since year 0. */
function monthName(number: number): Month {
  const month = `${(number % 12) + 1}`.padStart(2, "0");
  return `${Math.floor(number / 12)}`.padStart(4, "0") + `-${month}`;
}

/** Lines of usage, and of how many totals the lengths of prompts are not known. */
export function readLines(rows: Rows, reasonOf: (number: number) => string) {
  let unknownPromptLengths = 0;
  const lines = rows.map((row): UsageLine => {
    const { text, number, nano, tokens } = cursor(row);
    const line = {
      customerId: text(),
      month: monthName(number()),
      provider: text(),
      model: text(),
      currency: text() ?? "USD",
      requests: number(),
      ...tokens(),
    };
    const [billed, reported, derived, assumed] = BASES.map(() => nano() ?? 0n);
    const costs: Record<CostBasis, bigint> = {
      billed: billed ?? 0n,
      reported: reported ?? 0n,
      derived: derived ?? 0n,
      assumed: assumed ?? 0n,
    };
    const listCostNano = nano();
    const unpriced = { requests: number(), ...tokens() };
    const numbers = text()?.split(",") ?? [];
    const reasons = [...new Set(numbers.map((each) => reasonOf(Number(each))))].sort();
    unknownPromptLengths += number();
    return { ...line, costs, listCostNano, unpriced: { ...unpriced, reasons } };
  });
  return { lines, unknownPromptLengths };
}

/** What each customer did in each month: requests by their own month, tasks by that of the first. */
export function readCustomerMonths(rows: Rows, lines: readonly UsageLine[]): CustomerMonth[] {
  type Counts = { -readonly [K in keyof CustomerMonth]: CustomerMonth[K] };
  const months = new Map<string, Counts>();
  const of = (customerId: string | null, month: Month): Counts => {
    const key = `${month}${customerId === null ? "" : `:${customerId}`}`;
    const known = months.get(key);
    if (known) return known;
    const counts = { customerId, month, tasks: 0, requests: 0, unpricedTasks: 0 };
    months.set(key, counts);
    return counts;
  };
  for (const { customerId, month, requests } of lines) of(customerId, month).requests += requests;
  for (const row of rows) {
    const { text, number } = cursor(row);
    const counts = of(text(), monthName(number()));
    counts.tasks += number();
    counts.unpricedTasks += number();
  }
  return [...months.values()];
}

export function readCustomers(rows: Rows): CustomerTasks[] {
  return rows.map((row) => {
    const { text, number } = cursor(row);
    return {
      customerId: text(),
      currency: text() ?? "USD",
      tasks: number(),
      p50Nano: number(),
      p90Nano: number(),
      p99Nano: number(),
    };
  });
}

/** Null where there are no traces, or none of them states tokens. */
export function readProfile([row]: Rows): TaskProfile | null {
  if (row === undefined) return null;
  const { number } = cursor(row);
  const [tasks, requests, input, cached, output] = [
    number(),
    number(),
    number(),
    number(),
    number(),
  ];
  if (tasks === 0 || input === 0) return null;
  return {
    tasks,
    requestsPerTask: requests / tasks,
    inputTokensPerTask: input / tasks,
    outputTokensPerTask: output / tasks,
    cachedShare: cached / input,
  };
}

const OTHER_CHARGES = ["purchase", "credit", "tax", "adjustment"] as const satisfies Charge[];

export function readOtherCharges(rows: Rows): OtherCharge[] {
  return rows.flatMap((row) => {
    const { text, number, nano } = cursor(row);
    const month = monthName(number());
    const provider = text();
    const name = text();
    const charge = OTHER_CHARGES.find((each) => each === name);
    if (charge === undefined) return [];
    return [{ month, provider, charge, currency: text() ?? "USD", costNano: nano() ?? 0n }];
  });
}
