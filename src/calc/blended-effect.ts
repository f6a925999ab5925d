import { ANY, check, finite } from "./domain";
import { grossMargin } from "./gross-margin";

/**
 * What a project does to the blended gross margin:
 * (grossProfit + addedProfit) / (revenue + addedRevenue) - grossProfit / revenue.
 *
 * @param revenue revenue of the period, currency, 0 or more
 * @param grossProfit gross profit of the same period, currency
 * @param addedRevenue change of revenue by the project, currency
 * @param addedProfit change of gross profit by the project, currency
 * @returns a difference of fractions of revenue
 * @throws CalcError `#DIV/0!` where revenue before or after is 0, `#NUM!` where it is below
 * @example blendedEffect(1000, 400, 0, 100) // => 0.1
 */
export function blendedEffect(
  revenue: number,
  grossProfit: number,
  addedRevenue: number,
  addedProfit: number,
): number {
  check("grossProfit", grossProfit, ANY);
  check("addedRevenue", addedRevenue, ANY);
  check("addedProfit", addedProfit, ANY);
  const before = grossMargin(revenue, revenue - grossProfit);
  const revenueAfter = revenue + addedRevenue;
  return finite(grossMargin(revenueAfter, revenueAfter - grossProfit - addedProfit) - before);
}
