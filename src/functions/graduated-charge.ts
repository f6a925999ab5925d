import * as calc from "../calc";
import { define } from "./define";
import { lowerBound, tierDemands } from "./native-tiers";
import { list, number, optional } from "./parameter";

/** What a graduated tariff bills in a month: each tier's units at that tier's own price.
 * @customfunction GRADUATEDCHARGE
 * @helpurl https://localhost:3000/help/graduatedcharge.html
 * @param units Usage of the month (units).
 * @param upTo Last unit of each tier (units), ascending; one row or column, its last entry blank for "and above".
 * @param unitPrices Price of a unit in each tier (currency); a list as long as upTo.
 * @param flatFees Fee due once a tier is entered (currency); a list as long as upTo, no fees if omitted.
 * @returns Charge of the month (currency). 0 units cost 0. */
export function graduatedCharge(
  units: unknown[][],
  upTo: unknown[][],
  unitPrices: unknown[][],
  flatFees?: unknown[][],
): unknown[][] {
  return GRADUATEDCHARGE.spill(units, upTo, unitPrices, flatFees);
}

/**
 * Units of a tier: those above its lower bound less those above its upper one, without MIN, which
 * would pass over an empty cell of units. Units above the last bound are refused.
 */
function unitsWithin(units: string, upTo: readonly string[], tier: number): string {
  const above = (bound: string) => `MAX(0,${units}-${bound})`;
  const fromLower = tier === 0 ? units : above(lowerBound(upTo, tier));
  return tier === upTo.length - 1 ? fromLower : `(${fromLower}-${above(upTo[tier] ?? "0")})`;
}

export const GRADUATEDCHARGE = define({
  calc: calc.graduatedCharge,
  params: [
    number("units", calc.FROM_ZERO),
    list("upTo", calc.ABOVE_ZERO, "open"),
    list("unitPrices", calc.FROM_ZERO),
    optional(list("flatFees", calc.FROM_ZERO), ""),
  ],
  native: (units, upTo, unitPrices, flatFees) =>
    upTo
      .map((_, tier) => {
        const amount = `${unitsWithin(units, upTo, tier)}*${unitPrices[tier] ?? "0"}`;
        const fee = flatFees[tier];
        return fee === undefined
          ? amount
          : `${amount}+IF(${units}>${lowerBound(upTo, tier)},${fee},0)`;
      })
      .join("+"),
  demands: tierDemands,
  examples: [
    {
      it: "bills five units at 7 and the sixth at 6.50",
      args: [6, [5, 10, null], [7, 6.5, 6]],
      gives: 41.5,
    },
    {
      it: "counts a bound as inside its tier",
      args: [5, [5, 10, null], [7, 6.5, 6]],
      gives: 35,
    },
    {
      it: "adds the flat fee of each tier that is entered",
      args: [22, [5, 10, 15, null], [0, 0, 10, 5], [100, 50, 0, 0]],
      gives: 235,
    },
    {
      it: "refuses tiers out of order",
      args: [6, [10, 5, null], [7, 6.5, 6]],
      fails: "#VALUE!",
    },
    { it: "has no price above the last bound", args: [11, [5, 10], [7, 6.5]], fails: "#NUM!" },
  ],
  formula:
    "sum over tiers of (units within the tier × its price) + its flat fee if units > its lower bound",
  source:
    "Stripe's graduated tiers, up_to inclusive; a first flat fee at 0 units as with Lago: not due.",
});
