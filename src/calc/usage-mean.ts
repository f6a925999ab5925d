import { lognormalMean } from "./lognormal-moments";
import { usageFromTail } from "./lognormal-usage";

/**
 * Mean usage over all customers, from the median and a tail percentile of the active ones:
 * (1 - inactiveShare) x p50 x EXP(sigma^2 / 2), sigma = LN(p99 / p50) / z(tail). It decides the
 * cost of a portfolio, and lies above the median.
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns units per customer and month
 * @throws CalcError `#NUM!` outside these ranges
 * @example usageMean(400, 6000) // => 787.61…
 */
export function usageMean(p50: number, p99: number, tail?: number, inactiveShare?: number): number {
  return lognormalMean(usageFromTail(p50, p99, tail, inactiveShare));
}
