import { finite } from "./domain";
import type { LognormalUsage } from "./lognormal-usage";

/**
 * Mean usage over all customers: (1 - inactiveShare) x median x EXP(sigma^2 / 2), above the
 * median of active customers because a few use very much.
 *
 * @returns units per customer and month
 * @throws CalcError `#NUM!` where it is too large for a number
 * Source: mean of the lognormal distribution.
 * @example lognormalMean(usageFromTail(400, 6000)) // => 787.61…
 */
export function lognormalMean({ median, sigma, inactiveShare }: LognormalUsage): number {
  return finite((1 - inactiveShare) * median * Math.exp(sigma ** 2 / 2));
}

/**
 * Variance of usage over all customers, those without usage included:
 * (1 - inactiveShare) x (active mean)^2 x (EXP(sigma^2) - 1 + inactiveShare).
 *
 * @returns squared units
 * @throws CalcError `#NUM!` where it is too large for a number
 * Source: variance of the lognormal distribution, mixed with a point at 0.
 * @example lognormalVariance(usageFromTail(400, 400)) // => 0
 */
export function lognormalVariance({ median, sigma, inactiveShare }: LognormalUsage): number {
  const activeMean = median * Math.exp(sigma ** 2 / 2);
  return finite((1 - inactiveShare) * activeMean ** 2 * (Math.expm1(sigma ** 2) + inactiveShare));
}

/**
 * Standard deviation of usage over all customers; without inactive ones
 * mean x SQRT(EXP(sigma^2) - 1).
 *
 * @returns units per customer and month
 * @throws CalcError `#NUM!` where it is too large for a number
 * @example lognormalDeviation(usageFromTail(400, 6000)) // => 1335.94…
 */
export function lognormalDeviation(usage: LognormalUsage): number {
  return Math.sqrt(lognormalVariance(usage));
}
