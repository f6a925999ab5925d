import { checkTiers } from "./check-tiers";
import { check, finite, FROM_ZERO } from "./domain";
import { tierOf } from "./tier-of";

/**
 * What a volume tariff bills in a month: all units at the price of the tier that their total
 * falls in, plus that tier's flat fee. One unit more can lower the total. 0 units cost 0.
 *
 * @param units usage of the month, 0 or more
 * @param upTo inclusive upper bounds, units, ascending; Infinity as the last: "and above"
 * @param unitPrices price of a unit in each tier, currency, 0 or more
 * @param flatFees due for the tier of the total, currency, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` for negative entries or units above a last bound that is not open,
 *   `#VALUE!` for lists of unequal length or bounds out of order
 * Source: Stripe's volume tiers.
 * @example volumeCharge(6, [5, 10, Infinity], [7, 6.5, 6]) // => 39
 */
export function volumeCharge(
  units: number,
  upTo: readonly number[],
  unitPrices: readonly number[],
  flatFees: readonly number[] = [],
): number {
  check("units", units, FROM_ZERO);
  checkTiers(upTo, unitPrices, flatFees);
  const tier = tierOf(units, upTo);
  if (units === 0) return 0;
  return finite(units * (unitPrices[tier] ?? 0) + (flatFees[tier] ?? 0));
}
