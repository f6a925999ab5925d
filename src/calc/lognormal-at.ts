import { check, finite, PERCENTILE } from "./domain";
import type { LognormalUsage } from "./lognormal-usage";
import { inverseNormal } from "./inverse-normal";

/**
 * Usage at a percentile of all customers: 0 at or below inactiveShare, above it
 * median x EXP(sigma x z((percentile - inactiveShare) / (1 - inactiveShare))).
 *
 * @param percentile strictly between 0 and 1
 * @returns units per customer and month
 * @throws CalcError `#NUM!` outside this range or where it is too large for a number
 * Source: quantile of the lognormal distribution; Excel's LOGNORM.INV.
 * @example lognormalAt(usageFromTail(400, 6000), 0.9) // => 1778.08…
 */
export function lognormalAt(usage: LognormalUsage, percentile: number): number {
  check("percentile", percentile, PERCENTILE);
  const { median, sigma, inactiveShare } = usage;
  if (percentile <= inactiveShare) return 0;
  const rank = (percentile - inactiveShare) / (1 - inactiveShare);
  // From the nearer end, because a rank close to 1 has lost its digits.
  const z =
    rank < 0.5 ? inverseNormal(rank) : -inverseNormal((1 - percentile) / (1 - inactiveShare));
  return finite(median * Math.exp(sigma * z));
}
