import { lognormalCapped } from "./lognormal-layers";
import { usageFromTail } from "./lognormal-usage";

/**
 * Mean usage over all customers where nobody can use more than a cap: E[MIN(usage, cap)].
 * usageCapped + usageOver = usageMean.
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param cap units per customer and month, 0 or more
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns units per customer and month
 * @throws CalcError `#NUM!` outside these ranges
 * @example usageCapped(400, 6000, 1000) // => 493.71288…
 */
export function usageCapped(
  p50: number,
  p99: number,
  cap: number,
  tail?: number,
  inactiveShare?: number,
): number {
  return lognormalCapped(usageFromTail(p50, p99, tail, inactiveShare), cap);
}
