import * as calc from "../calc";
import { define } from "./define";
import { guard, literal } from "./native";
import { minus, plus } from "./native-terms";
import { number, optional, optionalUnlessGiven } from "./parameter";

/** What a seat, metered or hybrid tariff bills in a month: base fee and overage, within a minimum and a maximum.
 * @customfunction USAGECHARGE
 * @helpurl https://localhost:3000/help/usagecharge.html
 * @param units Usage of the month (units).
 * @param unitPrice Price of a unit beyond the included ones (currency); 0 for a flat seat.
 * @param baseFee Due whatever the usage (currency per month); 0 if omitted.
 * @param includedUnits Units that the base fee covers; 0 if omitted.
 * @param minimum Least that is billed (currency per month); 0 if omitted.
 * @param maximum Most that is billed (currency per month); none if omitted, blank or 0.
 * @returns Charge of the month (currency). */
export function usageCharge(
  units: unknown[][],
  unitPrice: unknown[][],
  baseFee?: unknown[][],
  includedUnits?: unknown[][],
  minimum?: unknown[][],
  maximum?: unknown[][],
): unknown[][] {
  return USAGECHARGE.spill(units, unitPrice, baseFee, includedUnits, minimum, maximum);
}

export const USAGECHARGE = define({
  calc: calc.usageCharge,
  params: [
    number("units", calc.FROM_ZERO),
    number("unitPrice", calc.FROM_ZERO),
    optional(number("baseFee", calc.FROM_ZERO), "0"),
    optional(number("includedUnits", calc.FROM_ZERO), "0"),
    optional(number("minimum", calc.FROM_ZERO), "0"),
    optionalUnlessGiven(number("maximum", calc.ABOVE_ZERO), "0"),
  ],
  native: (units, unitPrice, baseFee, includedUnits, minimum, maximum) => {
    const over = literal(includedUnits) === 0 ? units : `MAX(0,${units}${minus(includedUnits)})`;
    const charge = `${over}*${unitPrice}${plus(baseFee)}`;
    const floored = literal(minimum) === 0 ? charge : `MAX(${minimum},${charge})`;
    return literal(maximum) === 0 ? floored : `MIN(IF(${maximum}=0,10^300,${maximum}),${floored})`;
  },
  demands: (_units, _unitPrice, _baseFee, _includedUnits, minimum, maximum) =>
    literal(maximum) === 0 || literal(minimum) === 0
      ? []
      : [guard(`AND(${maximum}<>0,${maximum}<${minimum})`, "#VALUE!")],
  examples: [
    {
      it: "bills 200 units of overage on top of the base fee",
      args: [1200, 0.08, 99, 1000],
      gives: 115,
    },
    {
      it: "bills no overage where exactly the included units are used",
      args: [1000, 0.08, 99, 1000],
      gives: 99,
    },
    { it: "bills the minimum to a light user", args: [5, 10, 0, 0, 150], gives: 150 },
    { it: "stops at the maximum", args: [15, 10, 0, 0, 0, 125], gives: 125 },
    { it: "refuses negative usage", args: [-1, 0.08], fails: "#NUM!" },
    {
      it: "refuses a maximum below the minimum",
      args: [5, 10, 0, 0, 150, 125],
      fails: "#VALUE!",
    },
  ],
  formula: "MIN(maximum, MAX(minimum, baseFee + MAX(0, units − includedUnits) × unitPrice))",
  source:
    "Seat, metered and hybrid prices as Stripe bills them; minimum and maximum as OpenMeter's.",
});
