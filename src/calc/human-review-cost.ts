import { check, finite, FROM_ZERO, SHARE } from "./domain";

/**
 * Cost of people who check a share of the tasks: reviewRate x minutes / 60 x hourlyCost.
 *
 * @param reviewRate share of tasks that are reviewed, 0 to 1
 * @param minutes per review, 0 or more
 * @param hourlyCost of a reviewer with all that comes on top of the wage, currency, 0 or more
 * @returns currency per task
 * @throws CalcError `#NUM!` outside these ranges
 * @example humanReviewCost(0.05, 6, 40) // => 0.2
 */
export function humanReviewCost(reviewRate: number, minutes: number, hourlyCost: number): number {
  check("reviewRate", reviewRate, SHARE);
  check("minutes", minutes, FROM_ZERO);
  check("hourlyCost", hourlyCost, FROM_ZERO);
  return finite((reviewRate * minutes * hourlyCost) / 60);
}
