import { check, finite, FROM_ZERO, SHARE } from "./domain";

/**
 * What a tariff per outcome bills: attempts x successRate x pricePerOutcome. Failed attempts
 * cost their provider and bring nothing.
 *
 * @param attempts attempts in the month, 0 or more
 * @param successRate share of attempts with the outcome, 0 to 1
 * @param pricePerOutcome price of an outcome, currency, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: pricing per resolution, as support agents are sold.
 * @example outcomeCharge(1000, 0.6, 0.99) // => 594
 */
export function outcomeCharge(
  attempts: number,
  successRate: number,
  pricePerOutcome: number,
): number {
  check("attempts", attempts, FROM_ZERO);
  check("successRate", successRate, SHARE);
  check("pricePerOutcome", pricePerOutcome, FROM_ZERO);
  return finite(attempts * successRate * pricePerOutcome);
}
