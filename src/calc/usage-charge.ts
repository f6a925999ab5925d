import { check, finite, FROM_ZERO } from "./domain";
import { limitedCharge } from "./limited-charge";

/**
 * What a seat, metered or hybrid tariff bills in a month: base fee + price of the units beyond
 * the included ones, then minimum and maximum. All included units used is no overage.
 *
 * A flat seat has unitPrice 0; a metered tariff neither base fee nor included units.
 *
 * @param units usage of the month, 0 or more
 * @param unitPrice price of a unit beyond the included ones, currency, 0 or more
 * @param baseFee due whatever the usage, currency, 0 or more
 * @param includedUnits covered by the base fee, 0 or more
 * @param minimum least that is billed, currency, 0 or more
 * @param maximum most that is billed, currency, above 0; none if not given
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges, `#VALUE!` for a maximum below the minimum
 * Source: Stripe's flat rate and overages, OpenMeter's minimum and maximum spend.
 * @example usageCharge(1200, 0.08, 99, 1000) // => 115
 */
export function usageCharge(
  units: number,
  unitPrice: number,
  baseFee = 0,
  includedUnits = 0,
  minimum = 0,
  maximum?: number,
): number {
  check("units", units, FROM_ZERO);
  check("unitPrice", unitPrice, FROM_ZERO);
  check("baseFee", baseFee, FROM_ZERO);
  check("includedUnits", includedUnits, FROM_ZERO);
  const charge = finite(baseFee + Math.max(0, units - includedUnits) * unitPrice);
  return limitedCharge(charge, minimum, maximum);
}
