import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { minus, plus } from "./native-terms";
import { number, optional } from "./parameter";

/** What a credit tariff bills in a month: the fee and the credits used beyond those granted and carried over.
 * @customfunction CREDITCHARGE
 * @helpurl https://localhost:3000/help/creditcharge.html
 * @param units Usage of the month (units).
 * @param grantedCredits Credits that the fee brings each month.
 * @param overagePrice Price of a credit beyond them (currency).
 * @param carriedOver Credits left from earlier months; 0 if omitted.
 * @param fee Fee of the month (currency); 0 if omitted.
 * @param creditsPerUnit Credits that a unit of usage uses, above 0; 1 if omitted.
 * @returns Charge of the month (currency), which is not the revenue recognised. */
export function creditCharge(
  units: unknown[][],
  grantedCredits: unknown[][],
  overagePrice: unknown[][],
  carriedOver?: unknown[][],
  fee?: unknown[][],
  creditsPerUnit?: unknown[][],
): unknown[][] {
  return CREDITCHARGE.spill(units, grantedCredits, overagePrice, carriedOver, fee, creditsPerUnit);
}

export const CREDITCHARGE = define({
  calc: calc.creditCharge,
  params: [
    number("units", calc.FROM_ZERO),
    number("grantedCredits", calc.FROM_ZERO),
    number("overagePrice", calc.FROM_ZERO),
    optional(number("carriedOver", calc.FROM_ZERO), "0"),
    optional(number("fee", calc.FROM_ZERO), "0"),
    optional(number("creditsPerUnit", calc.ABOVE_ZERO), "1"),
  ],
  native: (units, grantedCredits, overagePrice, carriedOver, fee, creditsPerUnit) => {
    const credits = literal(creditsPerUnit) === 1 ? units : `${units}*${creditsPerUnit}`;
    return `MAX(0,${credits}-${grantedCredits}${minus(carriedOver)})*${overagePrice}${plus(fee)}`;
  },
  examples: [
    {
      it: "bills the fee and 150 credits of overage",
      args: [1200, 1000, 0.02, 50, 20],
      gives: 23,
    },
    {
      it: "bills the fee alone where the credits just suffice",
      args: [1050, 1000, 0.02, 50, 20],
      gives: 20,
    },
    {
      it: "turns units into credits first",
      args: [300, 1000, 0.02, 0, 20, 5],
      gives: 30,
    },
    { it: "refuses a negative grant", args: [1200, -1, 0.02], fails: "#NUM!" },
  ],
  formula: "fee + MAX(0, units × creditsPerUnit − grantedCredits − carriedOver) × overagePrice",
  source: "Prepaid credits with overage, as in Zuora's prepaid drawdown.",
});
