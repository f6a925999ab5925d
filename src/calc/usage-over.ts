import { lognormalOver } from "./lognormal-layers";
import { usageFromTail } from "./lognormal-usage";

/**
 * Mean usage beyond a level over all customers: E[MAX(0, usage - level)], the units that an
 * overage price is paid for.
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param level units per customer and month, 0 or more
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns units per customer and month
 * @throws CalcError `#NUM!` outside these ranges
 * @example usageOver(400, 6000, 1000) // => 293.89728…
 */
export function usageOver(
  p50: number,
  p99: number,
  level: number,
  tail?: number,
  inactiveShare?: number,
): number {
  return lognormalOver(usageFromTail(p50, p99, tail, inactiveShare), level);
}
