import { NO_TOKENS } from "../../read/token-classes";
import type { TokenClasses } from "../../usage-row";
import type {
  CustomerMonth,
  CustomerTasks,
  Month,
  OtherCharge,
  PartyTasks,
  TaskProfile,
  UsageLine,
} from "../../usage-summary";
import type { SqlValue } from "../sql-database";
import type { Kind } from "../kinds";
import { type Rate, reasonText } from "../prices/rates";

type Row = readonly SqlValue[];
export type Rows = readonly Row[];

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

/** Requests and their tokens. */
type Counts = TokenClasses & { readonly requests: number };

function readCounts(next: () => number): Counts {
  return {
    requests: next(),
    inUncached: next(),
    inCacheRead: next(),
    inCacheWrite5m: next(),
    inCacheWrite1h: next(),
    outTotal: next(),
    outReasoning: next(),
  };
}

function addCounts(sum: Mutable<Counts>, counts: Counts): void {
  sum.requests += counts.requests;
  sum.inUncached += counts.inUncached;
  sum.inCacheRead += counts.inCacheRead;
  sum.inCacheWrite5m += counts.inCacheWrite5m;
  sum.inCacheWrite1h += counts.inCacheWrite1h;
  sum.outTotal += counts.outTotal;
  sum.outReasoning += counts.outReasoning;
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

/** What belongs to traces. */
interface Traced {
  readonly requests: number;
  readonly input: number;
  /** The part of input that came from a cache. */
  readonly cached: number;
  readonly output: number;
}

/**
 * Lines of usage, of how many totals the lengths of prompts are not known, and what of all of
 * it belongs to traces.
 *
 * @param rateOf the rate of a kind, by its number
 */
export function readLines(rows: Rows, rateOf: (kind: number) => Rate) {
  const lines = new Map<string, Growing>();
  let unknownPromptLengths = 0;
  const traced = { requests: 0, input: 0, cached: 0, output: 0 };
  for (const row of rows) {
    const { text, number, nano } = cursor(row);
    const customerId = text();
    const month = monthName(number());
    const rate = rateOf(number());
    const reason = text();
    const { provider, model } = rate.kind;
    const key = `${month}\0${provider}\0${model}\0${rate.currency}\0${customerId === null}\0${customerId}`;
    const line = lines.get(key) ?? emptyLine(customerId, month, rate);
    lines.set(key, line);
    const counts = readCounts(number);
    addCounts(line, counts);
    if (reason !== null) {
      addCounts(line.unpriced, counts);
      const reasons = [...line.unpriced.reasons, reasonText(rate, Number(reason))];
      line.unpriced.reasons = [...new Set(reasons)].sort();
    }
    line.costs[rate.basis] += nano() ?? 0n;
    const list = nano();
    const sum = line.listCostNano;
    line.listCostNano = sum === null || list === null ? null : sum + list;
    unknownPromptLengths += number();
    traced.requests += number();
    traced.input += number();
    traced.cached += number();
    traced.output += number();
  }
  const all: readonly UsageLine[] = [...lines.values()];
  return { lines: all, unknownPromptLengths, traced };
}

/**
 * What each customer did in each month: requests by their own month, tasks by that of the first;
 * and how many traces there are.
 */
export function readCustomerMonths(rows: Rows, lines: readonly UsageLine[]) {
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
  let traces = 0;
  for (const row of rows) {
    const { text, number } = cursor(row);
    const counts = of(text(), monthName(number()));
    counts.tasks += number();
    counts.unpricedTasks += number();
    traces += number();
  }
  const customerMonths: readonly CustomerMonth[] = [...months.values()];
  return { customerMonths, traces };
}

/** @param currencies by number */
export function readCustomers(rows: Rows, currencies: readonly string[]): CustomerTasks[] {
  return rows.map((row) => {
    const { text, number } = cursor(row);
    return {
      customerId: text(),
      currency: currencies[number()] ?? "USD",
      tasks: number(),
      p50Nano: number(),
      p90Nano: number(),
      p99Nano: number(),
    };
  });
}

/** @param members each id and the party that it means */
export function readParties(
  rows: Rows,
  currencies: readonly string[],
  members: readonly (readonly [id: string, party: string])[],
): PartyTasks[] {
  return readCustomers(rows, currencies).map((tasks) => {
    const ids = members.flatMap(([id, party]) => (party === tasks.customerId ? [id] : []));
    return { ...tasks, ids };
  });
}

/** Null where there are no traces, or none of them states tokens. */
export function taskProfile(tasks: number, traced: Traced): TaskProfile | null {
  if (tasks === 0 || traced.input === 0) return null;
  return {
    tasks,
    requestsPerTask: traced.requests / tasks,
    inputTokensPerTask: traced.input / tasks,
    outputTokensPerTask: traced.output / tasks,
    cachedShare: traced.cached / traced.input,
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
