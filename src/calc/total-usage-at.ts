import { lognormalAt } from "./lognormal-at";
import { usageFromTail } from "./lognormal-usage";
import { totalUsage } from "./total-usage";

/**
 * A percentile of the usage of all customers together, or of one customer's months together, by
 * the approximation of totalUsage. Percentiles do not add up: the sum of single P99s is far too
 * high.
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param customers how many customers, or months, whole, 1 or more
 * @param percentile of the total, strictly between 0 and 1
 * @param correlation of usage between any two customers, or months, 0 to 1
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns units per month, or in all months
 * @throws CalcError `#NUM!` outside these ranges
 * @example totalUsageAt(400, 6000, 100, 0.99) // => 114896.76…
 */
export function totalUsageAt(
  p50: number,
  p99: number,
  customers: number,
  percentile: number,
  correlation = 0,
  tail?: number,
  inactiveShare?: number,
): number {
  const usage = usageFromTail(p50, p99, tail, inactiveShare);
  return lognormalAt(totalUsage([{ usage, customers, correlation }]), percentile);
}
