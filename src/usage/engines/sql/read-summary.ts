import { NO_TOKENS } from "../../read/token-classes";
import type { TokenClasses } from "../../usage-row";
import type {
  CustomerMonth,
  CustomerTasks,
  Month,
  OtherCharge,
  TaskProfile,
  UsageLine,
} from "../../usage-summary";
import type { SqlValue } from "../sql-database";
import type { Kind } from "../kinds";
import { type Rate, reasonText } from "../prices/rates";

type Row = readonly SqlValue[];
type Rows = readonly Row[];

/** Reads the values of a row from left to right; tokens stand in the order of TOKENS. */
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
  };
}

/** "2026-09", of months since year 0. */
function monthName(number: number): Month {
  const month = `${(number % 12) + 1}`.padStart(2, "0");
  return `${Math.floor(number / 12)}`.padStart(4, "0") + `-${month}`;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A line that grows as rows are added to it. */
interface Growing extends Omit<Mutable<UsageLine>, "costs" | "unpriced"> {
  readonly costs: Mutable<UsageLine["costs"]>;
  readonly unpriced: Mutable<UsageLine["unpriced"]>;
}

function addTokens(sum: Mutable<TokenClasses>, next: () => number): void {
  sum.inUncached += next();
  sum.inCacheRead += next();
  sum.inCacheWrite5m += next();
  sum.inCacheWrite1h += next();
  sum.outTotal += next();
  sum.outReasoning += next();
}

function emptyLine(customerId: string | null, month: Month, { kind, currency }: Rate): Growing {
  const { provider, model } = kind;
  return {
    ...{ customerId, month, provider, model, currency },
    ...{ requests: 0, ...NO_TOKENS, listCostNano: 0n },
    costs: { billed: 0n, reported: 0n, derived: 0n, assumed: 0n },
    unpriced: { requests: 0, ...NO_TOKENS, reasons: [] },
  };
}

/**
 * Lines of usage, and of how many totals the lengths of prompts are not known.
 *
 * @param rateOf the rate of a kind, by its number
 */
export function readLines(rows: Rows, rateOf: (kind: number) => Rate) {
  const lines = new Map<string, Growing>();
  let unknownPromptLengths = 0;
  for (const row of rows) {
    const { text, number, nano } = cursor(row);
    const customerId = text();
    const month = monthName(number());
    const rate = rateOf(number());
    const { provider, model } = rate.kind;
    const key = `${month}\0${provider}\0${model}\0${rate.currency}\0${customerId === null}\0${customerId}`;
    const line = lines.get(key) ?? emptyLine(customerId, month, rate);
    lines.set(key, line);
    line.requests += number();
    addTokens(line, number);
    line.costs[rate.basis] += nano() ?? 0n;
    const list = nano();
    const sum = line.listCostNano;
    line.listCostNano = sum === null || list === null ? null : sum + list;
    line.unpriced.requests += number();
    addTokens(line.unpriced, number);
    const numbers = text();
    if (numbers !== null) {
      const reasons = numbers.split(",").map((each) => reasonText(rate, Number(each)));
      line.unpriced.reasons = [...new Set([...line.unpriced.reasons, ...reasons])].sort();
    }
    unknownPromptLengths += number();
  }
  const all: readonly UsageLine[] = [...lines.values()];
  return { lines: all, unknownPromptLengths };
}

/** What each customer did in each month: requests by their own month, tasks by that of the first. */
export function readCustomerMonths(rows: Rows, lines: readonly UsageLine[]): CustomerMonth[] {
  const months = new Map<string, Mutable<CustomerMonth>>();
  const of = (customerId: string | null, month: Month) => {
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

/** @param kindOf a kind, by its number */
export function readOtherCharges(rows: Rows, kindOf: (kind: number) => Kind): OtherCharge[] {
  const charges = new Map<string, OtherCharge>();
  for (const row of rows) {
    const { number, nano } = cursor(row);
    const month = monthName(number());
    const { provider, charge, currency } = kindOf(number());
    if (charge === "usage") continue;
    const names = { month, provider, charge, currency: currency ?? "USD" };
    const key = JSON.stringify(Object.values(names));
    const costNano = (charges.get(key)?.costNano ?? 0n) + (nano() ?? 0n);
    charges.set(key, { ...names, costNano });
  }
  return [...charges.values()];
}
