import { ABOVE_ZERO, check, finite, FROM_ZERO } from "./domain";

/**
 * What packages cost in a month: every started package is due in full,
 * packagePrice x ROUNDUP(MAX(0, units - freeUnits) / packageSize, 0).
 *
 * @param units usage of the month, 0 or more
 * @param packageSize units in a package, above 0
 * @param packagePrice price of a package, currency, 0 or more
 * @param freeUnits units before the first package starts, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: Lago's package charge model.
 * @example packageCharge(201, 100, 5, 100) // => 10
 */
export function packageCharge(
  units: number,
  packageSize: number,
  packagePrice: number,
  freeUnits = 0,
): number {
  check("units", units, FROM_ZERO);
  check("packageSize", packageSize, ABOVE_ZERO);
  check("packagePrice", packagePrice, FROM_ZERO);
  check("freeUnits", freeUnits, FROM_ZERO);
  const packages = finite(Math.max(0, units - freeUnits) / packageSize);
  return finite(Math.ceil(packages) * packagePrice);
}
