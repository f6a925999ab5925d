import { check, type Domain, finite } from "./domain";
import { combinedSigma } from "./lognormal-product";

/** How many times the median a tail percentile is. */
export const TAIL_MULTIPLE: Domain = { from: 1 };

/**
 * P99 / P50 of spend, where spend is usage x cost per task and both are lognormal:
 * EXP(SQRT(a^2 + b^2 + 2 correlation a b)), a and b the logarithms of their ratios. The product
 * of the two ratios would be it at correlation 1 alone. It holds at any one percentile.
 *
 * @param usageRatio P99 / P50 of usage, 1 or more
 * @param costRatio P99 / P50 of the cost per task, 1 or more
 * @param correlation of their logarithms, -1 to 1
 * @returns 1 or more
 * @throws CalcError `#NUM!` outside these ranges
 * Source: a product of lognormal variables is lognormal, and the variances of logarithms add.
 * @example tailRatio(10, 15) // => 34.97…
 */
export function tailRatio(usageRatio: number, costRatio: number, correlation = 0): number {
  check("usageRatio", usageRatio, TAIL_MULTIPLE);
  check("costRatio", costRatio, TAIL_MULTIPLE);
  return finite(Math.exp(combinedSigma(Math.log(usageRatio), Math.log(costRatio), correlation)));
}
