import { randomNumbers } from "./random-numbers";
import type { CustomerHistory, PairSums } from "./customer-histories";

/** Percentiles that are estimated, in order. */
export const ESTIMATED = [0.5, 0.9, 0.99] as const;

/** Fewer pairs of months say nothing of a correlation. */
export const LEAST_PAIRS = 30;

/** What a set of customers comes to; null where they do not say. */
export interface Sampled {
  readonly quantiles: readonly number[];
  readonly inactiveShare: number;
  readonly correlation: number | null;
}

/** Customers laid out for drawing them again and again: all active customer-months in one order. */
export interface Population {
  readonly histories: readonly CustomerHistory[];
  /** Tasks, ascending, and the customer of each. */
  readonly tasks: Float64Array;
  readonly owners: Int32Array;
}

export function population(histories: readonly CustomerHistory[]): Population {
  const all = histories.flatMap(({ tasks }, owner) => tasks.map((each) => ({ each, owner })));
  all.sort((a, b) => a.each - b.each || a.owner - b.owner);
  return {
    histories,
    tasks: Float64Array.from(all, ({ each }) => each),
    owners: Int32Array.from(all, ({ owner }) => owner),
  };
}

function correlationOf({ pairs, x, y, xx, yy, xy }: PairSums): number | null {
  if (pairs < LEAST_PAIRS) return null;
  const [varianceX, varianceY] = [xx - (x * x) / pairs, yy - (y * y) / pairs];
  // Rounding leaves a little of what is no spread at all.
  if (varianceX <= 1e-9 * xx || varianceY <= 1e-9 * yy) return null;
  const r = (xy - (x * y) / pairs) / Math.sqrt(varianceX * varianceY);
  return Math.max(-1, Math.min(1, r));
}

/**
 * Quantiles of tasks that each count so many times as their customer, as Excel's PERCENTILE.INC
 * gives them for the list written out.
 */
function quantiles({ tasks, owners }: Population, times: Int32Array, total: number): number[] {
  const found: number[] = [];
  let passed = 0;
  let at = -1;
  const reach = (rank: number): number => {
    while (passed <= rank) passed += times[owners[++at] ?? 0] ?? 0;
    return tasks[at] ?? 0;
  };
  for (const percentile of ESTIMATED) {
    const place = (total - 1) * percentile;
    const rank = Math.floor(place);
    const lower = reach(rank);
    // Ranks of percentiles ascend; to step one on must not skip what the next one needs.
    const [keptPassed, keptAt] = [passed, at];
    const upper = place > rank ? reach(rank + 1) : lower;
    [passed, at] = [keptPassed, keptAt];
    found.push(lower + (place - rank) * (upper - lower));
  }
  return found;
}

/** What customers come to, each counted so many times; null where none of them is active. */
export function sampled(all: Population, times: Int32Array): Sampled | null {
  const sums = { pairs: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  let [months, active] = [0, 0];
  for (const [i, history] of all.histories.entries()) {
    const count = times[i] ?? 0;
    if (count === 0) continue;
    months += count * history.months;
    active += count * history.tasks.length;
    sums.pairs += count * history.sums.pairs;
    sums.x += count * history.sums.x;
    sums.y += count * history.sums.y;
    sums.xx += count * history.sums.xx;
    sums.yy += count * history.sums.yy;
    sums.xy += count * history.sums.xy;
  }
  if (active === 0) return null;
  return {
    quantiles: quantiles(all, times, active),
    inactiveShare: 1 - active / months,
    correlation: correlationOf(sums),
  };
}

/**
 * What as many customers come to, drawn with replacement again and again: whole customers,
 * because the months of one are alike. Source: cluster bootstrap (Efron; Davison and Hinkley).
 */
export function bootstrap(all: Population, seed: number, replicates: number): Sampled[] {
  const random = randomNumbers(seed);
  const count = all.histories.length;
  const drawn: Sampled[] = [];
  for (let i = 0; i < replicates; i++) {
    const times = new Int32Array(count);
    for (let j = 0; j < count; j++) {
      const one = Math.floor(random() * count);
      times[one] = (times[one] ?? 0) + 1;
    }
    const found = sampled(all, times);
    if (found) drawn.push(found);
  }
  return drawn;
}
