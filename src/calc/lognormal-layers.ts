import { check, finite, FROM_ZERO } from "./domain";
import { lognormalMean } from "./lognormal-moments";
import type { LognormalUsage } from "./lognormal-usage";
import { normalCdf } from "./normal-distribution";

/** Where a level above 0 lies: standard deviations of LN(usage) above the median. */
function zOf({ median, sigma }: LognormalUsage, level: number): number {
  return Math.log(level / median) / sigma;
}

/**
 * Share of all customers whose usage is above a level: (1 - inactiveShare) x Phi(-z).
 *
 * @param level units, 0 or more
 * @returns 0 to 1
 * @throws CalcError `#NUM!` for a level below 0
 * Source: survival function of the lognormal distribution.
 * @example lognormalProbabilityOver(usageFromTail(400, 6000), 1000) // => 0.2156004…
 */
export function lognormalProbabilityOver(usage: LognormalUsage, level: number): number {
  check("level", level, FROM_ZERO);
  const { median, sigma, inactiveShare } = usage;
  const active = 1 - inactiveShare;
  if (level === 0) return active;
  if (sigma === 0) return median > level ? active : 0;
  return active * normalCdf(-zOf(usage, level));
}

/**
 * Mean over all customers of the usage of those who use at most a level, 0 for the others; the
 * partial expectation E[X; X <= level] = mean x Phi(z - sigma).
 *
 * @param level units, 0 or more
 * @returns units per customer and month
 * @throws CalcError `#NUM!` for a level below 0 or where the mean is too large for a number
 * Source: partial expectation of the lognormal distribution.
 * @example lognormalUpTo(usageFromTail(400, 400), 400) // => 400
 */
export function lognormalUpTo(usage: LognormalUsage, level: number): number {
  check("level", level, FROM_ZERO);
  if (level === 0) return 0;
  const mean = lognormalMean(usage);
  if (usage.sigma === 0) return usage.median <= level ? mean : 0;
  return mean * normalCdf(zOf(usage, level) - usage.sigma);
}

/**
 * Mean usage with each customer's cut off at a cap: E[MIN(X, cap)] =
 * mean x Phi(z - sigma) + cap x P(X > cap). lognormalCapped + lognormalOver = lognormalMean.
 *
 * @param cap units, 0 or more
 * @returns units per customer and month
 * @throws CalcError `#NUM!` for a cap below 0 or where the mean is too large for a number
 * Source: limited expected value of the lognormal distribution (Klugman, Panjer and Willmot,
 *   Loss Models).
 * @example lognormalCapped(usageFromTail(400, 6000), 1000) // => 493.71288…
 */
export function lognormalCapped(usage: LognormalUsage, cap: number): number {
  check("cap", cap, FROM_ZERO);
  return finite(lognormalUpTo(usage, cap) + cap * lognormalProbabilityOver(usage, cap));
}

/**
 * Mean usage beyond a level: E[MAX(0, X - level)] = mean x Phi(sigma - z) - level x P(X > level).
 *
 * @param level units, 0 or more
 * @returns units per customer and month
 * @throws CalcError `#NUM!` for a level below 0 or where the mean is too large for a number
 * Source: stop-loss premium of the lognormal distribution, the Black-Scholes formula.
 * @example lognormalOver(usageFromTail(400, 6000), 1000) // => 293.89728…
 */
export function lognormalOver(usage: LognormalUsage, level: number): number {
  check("level", level, FROM_ZERO);
  const mean = lognormalMean(usage);
  if (level === 0) return mean;
  const { median, sigma, inactiveShare } = usage;
  if (sigma === 0) return (1 - inactiveShare) * Math.max(0, median - level);
  const heavy = mean * normalCdf(sigma - zOf(usage, level));
  // Rounding alone can make the difference negative, far out where it is nearly 0.
  return Math.max(0, heavy - level * lognormalProbabilityOver(usage, level));
}
