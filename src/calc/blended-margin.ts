import { checkSameLength } from "./check-same-length";
import { ANY, checkEach, finite } from "./domain";
import { grossMargin } from "./gross-margin";

function sum(values: readonly number[]): number {
  return finite(values.reduce((total, value) => total + value, 0));
}

/**
 * Gross margin over all customers, or over all months of a period: 1 - sum of cost / sum of
 * revenue, never the mean of their ratios. Customers without revenue count with their cost.
 *
 * @param revenues revenue of each, currency; below 0 is a credit note
 * @param cogs cost to serve each, currency, in the same order
 * @returns a fraction of revenue
 * @throws CalcError `#VALUE!` for lists of unequal length, `#DIV/0!` where revenues add up to 0,
 *   `#NUM!` where they add up to less
 * @example blendedMargin([100, 1000], [20, 700]) // => 0.34545454545454546
 */
export function blendedMargin(revenues: readonly number[], cogs: readonly number[]): number {
  checkEach("revenues", revenues, ANY);
  checkEach("cogs", cogs, ANY);
  checkSameLength("revenues", revenues, "cogs", cogs);
  return grossMargin(sum(revenues), sum(cogs));
}
