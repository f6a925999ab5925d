import { check, FROM_ZERO, ratio } from "./domain";

/**
 * What a customer pays for a unit in effect: revenue / units. Under a flat fee it falls with use.
 *
 * @param revenue revenue of the period, currency, 0 or more
 * @param units usage of the same period, 0 or more
 * @returns currency per unit
 * @throws CalcError `#DIV/0!` without usage, `#NUM!` outside these ranges
 * @example effectivePrice(99, 400) // => 0.2475
 */
export function effectivePrice(revenue: number, units: number): number {
  check("revenue", revenue, FROM_ZERO);
  check("units", units, FROM_ZERO);
  return ratio(revenue, units, "units is 0, so a unit has no price");
}
