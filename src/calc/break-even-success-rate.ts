import { CalcError } from "./calc-error";
import { check, FROM_ZERO, ratio } from "./domain";

/**
 * Success rate at which a price per outcome just covers the cost of all attempts:
 * costPerAttempt / pricePerOutcome.
 *
 * @param costPerAttempt cost to serve an attempt, successful or not, currency, 0 or more
 * @param pricePerOutcome price of an outcome, currency, 0 or more
 * @returns a share of attempts, 0 to 1
 * @throws CalcError `#DIV/0!` at price 0, `#NUM!` where even success every time does not cover
 * @example breakEvenSuccessRate(0.3, 0.99) // => 0.30303030303030304
 */
export function breakEvenSuccessRate(costPerAttempt: number, pricePerOutcome: number): number {
  check("costPerAttempt", costPerAttempt, FROM_ZERO);
  check("pricePerOutcome", pricePerOutcome, FROM_ZERO);
  const rate = ratio(
    costPerAttempt,
    pricePerOutcome,
    "pricePerOutcome is 0, so no rate covers the cost",
  );
  if (rate > 1) {
    throw new CalcError(
      "#NUM!",
      `an attempt costs ${costPerAttempt}, more than the ${pricePerOutcome} of an outcome: success every time would not cover it`,
    );
  }
  return rate;
}
