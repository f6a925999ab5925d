import { finite } from "./domain";
import { tierAmounts } from "./tier-amounts";

/**
 * What a graduated tariff bills in a month: each tier's units at that tier's own price, plus the
 * flat fee of each tier entered.
 *
 * 0 units enter no tier and cost 0, as with Lago; OpenMeter charges its first flat fee at 0.
 *
 * @param units usage of the month, 0 or more
 * @param upTo inclusive upper bounds, units, ascending; Infinity as the last: "and above"
 * @param unitPrices price of a unit in each tier, currency, 0 or more
 * @param flatFees due once a tier is entered, currency, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` for negative entries or units above a last bound that is not open,
 *   `#VALUE!` for lists of unequal length or bounds out of order
 * Source: Stripe's graduated tiers.
 * @example graduatedCharge(6, [5, 10, Infinity], [7, 6.5, 6]) // => 41.5
 */
export function graduatedCharge(
  units: number,
  upTo: readonly number[],
  unitPrices: readonly number[],
  flatFees: readonly number[] = [],
): number {
  const lines = tierAmounts(units, upTo, unitPrices, flatFees);
  return finite(lines.reduce((total, { amount }) => total + amount, 0));
}
