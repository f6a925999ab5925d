import { lognormalProbabilityOver } from "./lognormal-layers";
import { usageFromTail } from "./lognormal-usage";

/**
 * Share of all customers whose usage is above a level.
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param level units per customer and month, 0 or more
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns 0 to 1
 * @throws CalcError `#NUM!` outside these ranges
 * @example probabilityOver(400, 6000, 1000) // => 0.2156004…
 */
export function probabilityOver(
  p50: number,
  p99: number,
  level: number,
  tail?: number,
  inactiveShare?: number,
): number {
  return lognormalProbabilityOver(usageFromTail(p50, p99, tail, inactiveShare), level);
}
