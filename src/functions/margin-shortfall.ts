import * as calc from "../calc";
import { define } from "./define";
import { number } from "./parameter";

/** Cost to take out, at unchanged revenue, to reach a target margin; 0 where it is reached.
 * @customfunction MARGINSHORTFALL
 * @helpurl https://localhost:3000/help/marginshortfall.html
 * @param revenue Revenue of the period (currency).
 * @param cogs Cost to serve in the same period (currency).
 * @param targetMargin Gross margin to reach (a fraction of revenue, below 1).
 * @returns Cost to take out (currency). The price increase that does the same is this ÷ (1 − targetMargin). */
export function marginShortfall(
  revenue: unknown[][],
  cogs: unknown[][],
  targetMargin: unknown[][],
): unknown[][] {
  return MARGINSHORTFALL.spill(revenue, cogs, targetMargin);
}

export const MARGINSHORTFALL = define({
  calc: calc.marginShortfall,
  params: [
    number("revenue", calc.FROM_ZERO),
    number("cogs"),
    number("targetMargin", calc.BELOW_ONE),
  ],
  native: (revenue, cogs, targetMargin) => `MAX(0,${targetMargin}*${revenue}-(${revenue}-${cogs}))`,
  examples: [
    { it: "asks 300 of a customer at 30% against 60%", args: [1000, 700, 0.6], gives: 300 },
    { it: "asks nothing at the target", args: [1000, 400, 0.6], gives: 0 },
    { it: "asks the whole cost of a customer who pays nothing", args: [0, 30, 0.6], gives: 30 },
    { it: "does not exist for a credit-note month", args: [-1, 30, 0.6], fails: "#NUM!" },
  ],
  formula: "MAX(0, targetMargin × revenue − (revenue − cogs))",
  source: "The margin's definition solved for the cost; it adds up over customers.",
});
