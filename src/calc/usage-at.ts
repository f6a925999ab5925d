import { lognormalAt } from "./lognormal-at";
import { usageFromTail } from "./lognormal-usage";

/**
 * Usage at a percentile of all customers, from the median and a tail percentile of the active
 * ones: p50 x (p99 / p50)^(z(rank) / z(tail)), where rank is the percentile among active
 * customers; 0 at or below inactiveShare.
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param percentile strictly between 0 and 1
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns units per customer and month
 * @throws CalcError `#NUM!` outside these ranges
 * @example usageAt(400, 6000, 0.9) // => 1778.08…
 */
export function usageAt(
  p50: number,
  p99: number,
  percentile: number,
  tail?: number,
  inactiveShare?: number,
): number {
  return lognormalAt(usageFromTail(p50, p99, tail, inactiveShare), percentile);
}
