import * as calc from "../calc";
import { define } from "./define";
import { tierDemands } from "./native-tiers";
import { list, number, optional } from "./parameter";

/** What a volume tariff bills in a month: all units at the price of the tier their total falls in.
 * @customfunction VOLUMECHARGE
 * @helpurl https://localhost:3000/help/volumecharge.html
 * @param units Usage of the month (units).
 * @param upTo Last unit of each tier (units), ascending; one row or column, its last entry blank for "and above".
 * @param unitPrices Price of a unit in each tier (currency); a list as long as upTo.
 * @param flatFees Fee due for the tier reached (currency); a list as long as upTo, no fees if omitted.
 * @returns Charge of the month (currency). One unit more can lower it; 0 units cost 0. */
export function volumeCharge(
  units: unknown[][],
  upTo: unknown[][],
  unitPrices: unknown[][],
  flatFees?: unknown[][],
): unknown[][] {
  return VOLUMECHARGE.spill(units, upTo, unitPrices, flatFees);
}

/** The formula of the tiers from one on: the last applies to whatever is left. */
function fromTier(
  tier: number,
  units: string,
  upTo: readonly string[],
  unitPrices: readonly string[],
  flatFees: readonly string[],
): string {
  const fee = flatFees[tier];
  const amount = `${units}*${unitPrices[tier] ?? "0"}${fee === undefined ? "" : `+${fee}`}`;
  if (tier >= upTo.length - 1) return amount;
  const above = fromTier(tier + 1, units, upTo, unitPrices, flatFees);
  return `IF(${units}<=${upTo[tier] ?? "0"},${amount},${above})`;
}

export const VOLUMECHARGE = define({
  calc: calc.volumeCharge,
  params: [
    number("units", calc.FROM_ZERO),
    list("upTo", calc.ABOVE_ZERO, "open"),
    list("unitPrices", calc.FROM_ZERO),
    optional(list("flatFees", calc.FROM_ZERO), ""),
  ],
  native: (units, upTo, unitPrices, flatFees) => {
    const charge = fromTier(0, units, upTo, unitPrices, flatFees);
    return flatFees.length === 0 ? charge : `IF(${units}=0,0,${charge})`;
  },
  demands: tierDemands,
  examples: [
    {
      it: "bills all six units at the second tier's price",
      args: [6, [5, 10, null], [7, 6.5, 6]],
      gives: 39,
    },
    {
      it: "counts a bound as inside its tier",
      args: [5, [5, 10, null], [7, 6.5, 6]],
      gives: 35,
    },
    {
      it: "adds the flat fee of the tier reached",
      args: [
        65000,
        [10000, 50000, 100000, null],
        [0.001, 0.0008, 0.0006, 0.0004],
        [10, 10, 10, 10],
      ],
      gives: 49,
    },
    {
      it: "refuses tiers out of order",
      args: [6, [10, 5, null], [7, 6.5, 6]],
      fails: "#VALUE!",
    },
    { it: "has no price above the last bound", args: [11, [5, 10], [7, 6.5]], fails: "#NUM!" },
  ],
  formula: "units × price of the tier that units falls in + its flat fee",
  source: "Stripe's volume tiers, up_to inclusive; the example with flat fees is Lago's.",
});
