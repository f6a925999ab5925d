import { ANY, check, finite, FROM_ZERO, ratio, SHARE } from "./domain";

/**
 * Cost of a successful task, failed ones included:
 * (costPerAttempt + (1 - successRate) x failureCost) / successRate.
 *
 * @param costPerAttempt cost of a task, successful or not, currency
 * @param successRate share of tasks that succeed, 0 to 1
 * @param failureCost what a failed task costs the business, currency, 0 or more; 0 for an
 *   accounting margin
 * @returns currency per successful task
 * @throws CalcError `#DIV/0!` at success rate 0, `#NUM!` outside these ranges
 * @example costPerSuccess(0.3, 0.6, 0.1) // => 0.5666…
 */
export function costPerSuccess(
  costPerAttempt: number,
  successRate: number,
  failureCost = 0,
): number {
  check("costPerAttempt", costPerAttempt, ANY);
  check("successRate", successRate, SHARE);
  check("failureCost", failureCost, FROM_ZERO);
  const spent = finite(costPerAttempt + (1 - successRate) * failureCost);
  return ratio(spent, successRate, "successRate is 0, so no task succeeds");
}
