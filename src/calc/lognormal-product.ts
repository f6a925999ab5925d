import { check, finite, FROM_MINUS_ONE_TO_ONE } from "./domain";
import type { LognormalUsage } from "./lognormal-usage";

/**
 * Standard deviation of the sum of two normal variables, SQRT(a^2 + b^2 + 2 correlation a b).
 *
 * @param a standard deviation of the one, or any multiple of it
 * @param b standard deviation of the other, or the same multiple of it
 * @param correlation -1 to 1
 * @throws CalcError `#NUM!` for a correlation outside this range
 * @example combinedSigma(3, 4) // => 5
 */
export function combinedSigma(a: number, b: number, correlation = 0): number {
  check("correlation", correlation, FROM_MINUS_ONE_TO_ONE);
  // As a sum of squares: rounding cannot make it negative.
  return Math.sqrt((a + correlation * b) ** 2 + (1 - correlation ** 2) * b ** 2);
}

/**
 * The product of two lognormal variables, such as tasks x cost per task: medians multiply,
 * variances of logarithms add. Percentiles do not multiply. A customer who is inactive in either
 * is in the product; the two kinds of inactivity are independent.
 *
 * @param a such as usage
 * @param b such as cost per task, in the same form
 * @param correlation of their logarithms, -1 to 1
 * @throws CalcError `#NUM!` for a correlation outside this range
 * Source: a product of lognormal variables is lognormal.
 * @example lognormalProduct(usageFromTail(40, 400), usageFromTail(0.1, 1.5)) // => median 4
 */
export function lognormalProduct(
  a: LognormalUsage,
  b: LognormalUsage,
  correlation = 0,
): LognormalUsage {
  return {
    median: finite(a.median * b.median),
    sigma: combinedSigma(a.sigma, b.sigma, correlation),
    inactiveShare: a.inactiveShare + b.inactiveShare - a.inactiveShare * b.inactiveShare,
  };
}
