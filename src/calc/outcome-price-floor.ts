import { check, FROM_ZERO, ratio, SHARE } from "./domain";
import { priceFloor } from "./price-floor";

/**
 * Least price of an outcome that keeps the target margin: the cost of an outcome,
 * costPerAttempt / successRate, at that margin. At target 0 it is the cost of an outcome itself.
 *
 * @param costPerAttempt cost to serve an attempt, successful or not, currency, 0 or more
 * @param successRate share of attempts with the outcome, 0 to 1
 * @param targetMargin fraction of revenue, below 1
 * @returns currency per outcome
 * @throws CalcError `#DIV/0!` at success rate 0, `#NUM!` outside these ranges
 * @example outcomePriceFloor(0.3, 0.6, 0.5) // => 1
 */
export function outcomePriceFloor(
  costPerAttempt: number,
  successRate: number,
  targetMargin = 0,
): number {
  check("costPerAttempt", costPerAttempt, FROM_ZERO);
  check("successRate", successRate, SHARE);
  const perOutcome = ratio(costPerAttempt, successRate, "successRate is 0, so there is no outcome");
  return priceFloor(perOutcome, targetMargin);
}
