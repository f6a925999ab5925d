import * as calc from "../calc";
import { define } from "./define";
import { guard, literal } from "./native";
import { minus } from "./native-terms";
import { number, optional } from "./parameter";

/** Least list price that keeps a target margin after discount and payment fees.
 * @customfunction PRICEFLOOR
 * @helpurl https://localhost:3000/help/pricefloor.html
 * @param cogs Cost to serve (currency): of the mean customer for a portfolio, of a percentile for one customer, of a unit for a metered price.
 * @param targetMargin Gross margin to keep (a fraction of revenue, below 1).
 * @param paymentRate Payment fee as a share of the price (0 to 1); 0 if omitted.
 * @param paymentFee Payment fee per charge (currency); 0 if omitted.
 * @param discount Share taken off the list price (0 to 1); 0 if omitted.
 * @returns List price (currency). */
export function priceFloor(
  cogs: unknown[][],
  targetMargin: unknown[][],
  paymentRate?: unknown[][],
  paymentFee?: unknown[][],
  discount?: unknown[][],
): unknown[][] {
  return PRICEFLOOR.spill(cogs, targetMargin, paymentRate, paymentFee, discount);
}

export const PRICEFLOOR = define({
  calc: calc.priceFloor,
  params: [
    number("cogs"),
    number("targetMargin", calc.BELOW_ONE),
    optional(number("paymentRate", calc.SHARE), "0"),
    optional(number("paymentFee", calc.FROM_ZERO), "0"),
    optional(number("discount", calc.DISCOUNT), "0"),
  ],
  native: (cogs, targetMargin, paymentRate, paymentFee, discount) => {
    const cost = literal(paymentFee) === 0 ? cogs : `(${cogs}+${paymentFee})`;
    const room = `(1-${targetMargin}${minus(paymentRate)})`;
    return literal(discount) === 0 ? `${cost}/${room}` : `${cost}/(${room}*(1-${discount}))`;
  },
  demands: (_cogs, targetMargin, paymentRate) => [
    guard(`1-${targetMargin}${minus(paymentRate)}-1E-12<0`, "#NUM!"),
  ],
  examples: [
    { it: "asks 82.50 for a cost of 33 at 60%", args: [33, 0.6], gives: 82.5 },
    {
      // (33 + 0.30) / ((1 - 0.6 - 0.029) x 0.9) = 33.3 / 0.3339
      it: "carries payment fees and a discount",
      args: [33, 0.6, 0.029, 0.3, 0.1],
      gives: 99.73045822102425,
    },
    { it: "is the cost itself at a target of 0", args: [33, 0], gives: 33 },
    { it: "does not exist at a target of 100%", args: [33, 1], fails: "#NUM!" },
    {
      it: "does not exist where target and payment rate leave nothing",
      args: [33, 0.7, 0.3],
      fails: "#NUM!",
    },
  ],
  formula: "(cogs + paymentFee) ÷ ((1 − targetMargin − paymentRate) × (1 − discount))",
  source: "The margin's definition solved for the price.",
});
