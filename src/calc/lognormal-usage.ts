import { CalcError } from "./calc-error";
import { ABOVE_ZERO, check, finite, SHARE, TAIL } from "./domain";
import { inverseNormal } from "./inverse-normal";

/**
 * Usage per customer and month: a share of customers use nothing, and the logarithm of the
 * others' usage is normal with mean LN(median) and standard deviation sigma.
 */
export interface LognormalUsage {
  /** P50 of active customers, above 0. */
  readonly median: number;
  /** Standard deviation of LN(usage), 0 or more; at 0 all active customers use the same. */
  readonly sigma: number;
  /** Share of all customers without any usage, 0 to 1. */
  readonly inactiveShare: number;
}

/**
 * Usage from its median and a percentile of its upper tail: sigma = LN(p99 / p50) / z(tail).
 *
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @throws CalcError `#NUM!` outside these ranges
 * Source: quantile matching; LN(P_q) = mu + sigma z_q.
 * @example usageFromTail(400, 6000) // => sigma 1.16408
 */
export function usageFromTail(
  p50: number,
  p99: number,
  tail = 0.99,
  inactiveShare = 0,
): LognormalUsage {
  check("p50", p50, ABOVE_ZERO);
  check("p99", p99, ABOVE_ZERO);
  check("tail", tail, TAIL);
  check("inactiveShare", inactiveShare, SHARE);
  if (p99 < p50) throw new CalcError("#NUM!", `p99 must not be below p50 of ${p50}, got ${p99}`);
  const sigma = Math.log(finite(p99 / p50)) / inverseNormal(tail);
  return { median: p50, sigma, inactiveShare };
}
