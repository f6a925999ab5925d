import { lognormalTopShare } from "./lognormal-shares";
import { usageFromTail } from "./lognormal-usage";

/**
 * Share of all usage that comes from the heaviest fraction of all customers.
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param topFraction a fraction of all customers, 0 to 1
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns 0 to 1
 * @throws CalcError `#NUM!` outside these ranges, `#DIV/0!` where all are inactive
 * @example topShare(400, 6000, 0.01) // => 0.1226…
 */
export function topShare(
  p50: number,
  p99: number,
  topFraction: number,
  tail?: number,
  inactiveShare?: number,
): number {
  return lognormalTopShare(usageFromTail(p50, p99, tail, inactiveShare), topFraction);
}
