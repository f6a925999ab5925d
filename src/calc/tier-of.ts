import { CalcError } from "./calc-error";

/**
 * The position of the tier that a number of units falls in; a bound belongs to its tier.
 *
 * @param units 0 or more
 * @param upTo inclusive upper bounds, ascending; Infinity as the last: "and above"
 * @returns the first position, counted from 0, whose bound is not below units
 * @throws CalcError `#NUM!` for units above the last bound
 * Source: Stripe's tiers, `up_to` inclusive.
 * @example tierOf(10, [5, 10, Infinity]) // => 1
 */
export function tierOf(units: number, upTo: readonly number[]): number {
  const position = upTo.findIndex((bound) => units <= bound);
  if (position < 0) {
    throw new CalcError(
      "#NUM!",
      `units must not be above the last tier's bound of ${upTo.at(-1) ?? 0}, got ${units}; a blank last bound stands open`,
    );
  }
  return position;
}
