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
import { TOKENS } from "./summary-queries";

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

/** A sum that grows as rows are added to it. */
type Growing = { -readonly [K in keyof UsageLine]: UsageLine[K] };

function addTokens(sum: TokenClasses, more: TokenClasses): TokenClasses {
  return {
    inUncached: sum.inUncached + more.inUncached,
    inCacheRead: sum.inCacheRead + more.inCacheRead,
    inCacheWrite5m: sum.inCacheWrite5m + more.inCacheWrite5m,
    inCacheWrite1h: sum.inCacheWrite1h + more.inCacheWrite1h,
    outTotal: sum.outTotal + more.outTotal,
    outReasoning: sum.outReasoning + more.outReasoning,
  };
}

const NOTHING = { requests: 0, ...NO_TOKENS };
const NO_COSTS = { billed: 0n, reported: 0n, derived: 0n, assumed: 0n };

/**
 * Lines of usage, and of how many totals the lengths of prompts are not known.
 *
 * @param rateOf the rate of a kind, by its number
 */
export function readLines(rows: Rows, rateOf: (kind: number) => Rate) {
  const lines = new Map<string, Growing>();
  let unknownPromptLengths = 0;
  for (const row of rows) {
    const { text, number, nano, tokens } = cursor(row);
    const customerId = text();
    const month = monthName(number());
    const rate = rateOf(number());
    const { provider, model } = rate.kind;
    const names = { customerId, month, provider, model, currency: rate.currency };
    const key = JSON.stringify(Object.values(names));
    const empty = { ...NOTHING, costs: NO_COSTS, listCostNano: 0n };
    const line = lines.get(key) ?? { ...names, ...empty, unpriced: { ...NOTHING, reasons: [] } };
    lines.set(key, line);
    line.requests += number();
    Object.assign(line, addTokens(line, tokens()));
    line.costs = { ...line.costs, [rate.basis]: line.costs[rate.basis] + (nano() ?? 0n) };
    const list = nano();
    line.listCostNano =
      line.listCostNano === null || list === null ? null : line.listCostNano + list;
    const requests = line.unpriced.requests + number();
    const unpriced = addTokens(line.unpriced, tokens());
    const numbers = text()?.split(",") ?? [];
    const reasons = numbers.map((each) => reasonText(rate, Number(each)));
    line.unpriced = {
      ...{ requests, ...unpriced },
      reasons: [...new Set([...line.unpriced.reasons, ...reasons])].sort(),
    };
    unknownPromptLengths += number();
  }
  return { lines: [...lines.values()] as readonly UsageLine[], unknownPromptLengths };
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
