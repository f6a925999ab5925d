import { CalcError } from "./calc-error";
import { ABOVE_ZERO, ANY, check, FROM_ZERO } from "./domain";

/**
 * An amount kept between a minimum and a maximum spend: MIN(maximum, MAX(minimum, amount)).
 *
 * @param amount what would be billed, currency
 * @param minimum least that is billed, currency, 0 or more
 * @param maximum most that is billed, currency, above 0; none if not given
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges, `#VALUE!` for a maximum below the minimum
 * Source: minimum and maximum spend as in OpenMeter's price commitments.
 * @example limitedCharge(100, 150) // => 150
 */
export function limitedCharge(amount: number, minimum = 0, maximum?: number): number {
  check("amount", amount, ANY);
  check("minimum", minimum, FROM_ZERO);
  if (maximum === undefined) return Math.max(minimum, amount);
  check("maximum", maximum, ABOVE_ZERO);
  if (maximum < minimum) {
    throw new CalcError(
      "#VALUE!",
      `maximum must not be below the minimum of ${minimum}, got ${maximum}`,
    );
  }
  return Math.min(maximum, Math.max(minimum, amount));
}
