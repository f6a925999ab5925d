import type { CustomersReport } from "../customers/customers-report";
import { units } from "../customers/margin-figures";
import { sumOfCosts } from "../customers/line-cost";
import { tokensOf } from "../customers/unpriced-range";
import type { UsageLine } from "../usage-summary";
import { usageOfCustomers } from "./usage-of-customers";

/** What an average task takes of one model. */
export interface ModelUse {
  readonly provider: string | null;
  readonly model: string | null;
  readonly calls: number;
  /** Input that neither came from a cache nor was written to one, tokens. */
  readonly uncached: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  /** In the currency of the task; null where no call of the model has a known cost. */
  readonly cost: number | null;
}

/** An average task of customers, by model, the dearest first. */
export interface TaskUse {
  readonly tasks: number;
  readonly currency: string;
  readonly models: readonly ModelUse[];
}

/** The currency in which most lines have a cost. */
function usualCurrency(lines: readonly UsageLine[]): string {
  const counts = new Map<string, number>();
  for (const { currency } of lines) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "USD";
}

function modelUse(lines: readonly UsageLine[], tasks: number, currency: string): ModelUse {
  const sum = (of: (line: UsageLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  const priced = lines.filter((line) => line.currency === currency);
  const paid = priced.reduce((all, { costs }) => all + sumOfCosts(costs), 0n);
  const pricedTokens = priced.reduce(
    (all, line) => all + tokensOf(line) - tokensOf(line.unpriced),
    0,
  );
  return {
    provider: lines[0]?.provider ?? null,
    model: lines[0]?.model ?? null,
    calls: sum(({ requests }) => requests) / tasks,
    uncached: sum(({ inUncached }) => inUncached) / tasks,
    cacheRead: sum(({ inCacheRead }) => inCacheRead) / tasks,
    cacheWrite: sum((line) => line.inCacheWrite5m + line.inCacheWrite1h) / tasks,
    output: sum(({ outTotal }) => outTotal) / tasks,
    // What has no known cost is taken to cost as much per token as what has.
    cost: pricedTokens > 0 ? ((units(paid) / pricedTokens) * sum(tokensOf)) / tasks : null,
  };
}

/**
 * What an average task of the customers of a report takes of each model, and what it costs:
 * the tokens of all their requests over their tasks, so that retries are in it. Usage of nobody,
 * and internal, evaluation and free usage, is not.
 *
 * @returns null where they have no task, or no task has a token
 */
export function taskUse(report: CustomersReport): TaskUse | null {
  const { lines, customerMonths } = usageOfCustomers(report);
  const tasks = customerMonths.reduce((sum, month) => sum + month.tasks, 0);
  const byModel = new Map<string, UsageLine[]>();
  for (const line of lines) {
    if (tokensOf(line) === 0) continue;
    const key = JSON.stringify([line.provider, line.model]);
    byModel.set(key, [...(byModel.get(key) ?? []), line]);
  }
  if (tasks === 0 || byModel.size === 0) return null;
  const currency = usualCurrency(lines);
  const models = [...byModel.values()].map((own) => modelUse(own, tasks, currency));
  return {
    tasks,
    currency,
    models: models.sort((a, b) => (b.cost ?? -1) - (a.cost ?? -1)),
  };
}
