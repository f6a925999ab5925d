import { ABOVE_ZERO, ANY, check, type Domain, finite, FROM_ZERO } from "./domain";

/** How many tasks a customer asks for in a month: negative binomial, a Poisson count whose rate varies. */
export interface TaskCounts {
  /** Mean count, above 0. */
  readonly mean: number;
  /** The less, the more customers differ, above 0; variance = mean + mean^2 / dispersion. */
  readonly dispersion: number;
}

/** Counts whose probability is summed up term by term. */
const COUNT: Domain = { from: 0, to: 1_000_000, whole: true };

function checkCounts({ mean, dispersion }: TaskCounts): void {
  check("mean", mean, ABOVE_ZERO);
  check("dispersion", dispersion, ABOVE_ZERO);
}

/**
 * Variance of the count, mean + mean^2 / dispersion.
 *
 * @throws CalcError `#NUM!` for a mean or dispersion of 0 or below
 * Source: negative binomial distribution in its mean and dispersion (Klugman, Loss Models).
 * @example countVariance({ mean: 40, dispersion: 0.8 }) // => 2040
 */
export function countVariance(counts: TaskCounts): number {
  checkCounts(counts);
  const { mean, dispersion } = counts;
  return finite(mean + mean ** 2 / dispersion);
}

/**
 * Probability of a count. Not Excel's NEGBINOM.DIST, which cuts its arguments to whole numbers.
 *
 * @param count whole, 0 to 1,000,000
 * @returns 0 to 1
 * @throws CalcError `#NUM!` outside these ranges
 * Source: negative binomial distribution; logarithms of P(n) / P(n - 1) added up from P(0) =
 *   (dispersion / (dispersion + mean))^dispersion.
 * @example countProbability({ mean: 40, dispersion: 0.8 }, 0) // => 0.04304…
 */
export function countProbability(counts: TaskCounts, count: number): number {
  checkCounts(counts);
  check("count", count, COUNT);
  const { mean, dispersion } = counts;
  const step = Math.log(mean / (dispersion + mean));
  let log = -dispersion * Math.log1p(mean / dispersion);
  for (let n = 1; n <= count; n++) log += step + Math.log1p((dispersion - 1) / n);
  return Math.exp(log);
}

/** Mean and variance of a cost per customer and month. */
export interface CostSpread {
  /** Currency. */
  readonly mean: number;
  /** Squared currency. */
  readonly variance: number;
}

/**
 * Cost of a random number of tasks that each cost a random amount, independent of the number:
 * mean = N x c, variance = N x costDeviation^2 + c^2 x variance of the count.
 *
 * @param costPerTask mean cost of a task, currency
 * @param costDeviation standard deviation of the cost of a task, currency, 0 or more
 * @throws CalcError `#NUM!` outside these ranges
 * Source: compound distribution, law of total variance.
 * @example compoundCost({ mean: 40, dispersion: 0.8 }, 0.3, 0.45) // => mean 12, variance 191.7
 */
export function compoundCost(
  counts: TaskCounts,
  costPerTask: number,
  costDeviation: number,
): CostSpread {
  check("costPerTask", costPerTask, ANY);
  check("costDeviation", costDeviation, FROM_ZERO);
  const spread = countVariance(counts);
  return {
    mean: finite(counts.mean * costPerTask),
    variance: finite(counts.mean * costDeviation ** 2 + costPerTask ** 2 * spread),
  };
}
