import { check, finite, PERCENTILE, ratio, SHARE } from "./domain";
import { inverseNormal } from "./inverse-normal";
import { lognormalMean } from "./lognormal-moments";
import type { LognormalUsage } from "./lognormal-usage";
import { normalCdf } from "./normal-distribution";

/**
 * Share of all usage that comes from the heaviest fraction of all customers:
 * Phi(sigma + z(topFraction / (1 - inactiveShare))).
 *
 * @param topFraction a fraction of all customers, 0 to 1
 * @returns 0 to 1; 1 where the fraction takes in every active customer
 * @throws CalcError `#NUM!` outside this range, `#DIV/0!` where nobody uses anything
 * Source: Lorenz curve of the lognormal distribution, 1 - Phi(z(1 - t) - sigma).
 * @example lognormalTopShare(usageFromTail(400, 6000), 0.01) // => 0.1226…
 */
export function lognormalTopShare(usage: LognormalUsage, topFraction: number): number {
  check("topFraction", topFraction, SHARE);
  const { sigma, inactiveShare } = usage;
  const ofActive = ratio(topFraction, 1 - inactiveShare, "all customers are inactive: no usage");
  if (ofActive === 0) return 0;
  return ofActive >= 1 ? 1 : normalCdf(sigma + inverseNormal(ofActive));
}

/**
 * Gini coefficient of usage over all customers, from 0 where all use the same towards 1 where
 * one customer uses everything: inactiveShare + (1 - inactiveShare) x (2 Phi(sigma / SQRT(2)) - 1).
 *
 * @returns 0 to 1
 * Source: Gini coefficient of the lognormal distribution (Aitchison and Brown), mixed with a
 *   point at 0.
 * @example lognormalGini(usageFromTail(400, 6000)) // => 0.5895…
 */
export function lognormalGini({ sigma, inactiveShare }: LognormalUsage): number {
  const active = 2 * normalCdf(sigma / Math.SQRT2) - 1;
  return inactiveShare + (1 - inactiveShare) * active;
}

/**
 * Mean usage of the customers above a percentile (tail value at risk):
 * mean x topShare(1 - percentile) / (1 - percentile).
 *
 * @param percentile of all customers, strictly between 0 and 1
 * @returns units per customer and month
 * @throws CalcError `#NUM!` outside this range or where the mean is too large for a number,
 *   `#DIV/0!` where nobody uses anything
 * Source: conditional tail expectation of the lognormal distribution.
 * @example lognormalTailMean(usageFromTail(400, 6000), 0.99) // => 9653.18…
 */
export function lognormalTailMean(usage: LognormalUsage, percentile: number): number {
  check("percentile", percentile, PERCENTILE);
  const heaviest = 1 - percentile;
  return finite((lognormalMean(usage) * lognormalTopShare(usage, heaviest)) / heaviest);
}
