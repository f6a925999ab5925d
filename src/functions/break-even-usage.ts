import * as calc from "../calc";
import { define } from "./define";
import { guard } from "./native";
import { minus, timesOneMinus } from "./native-terms";
import { number, optional } from "./parameter";

/** Most usage that a flat price carries at a target margin; at a target of 0 the break-even usage.
 * @customfunction BREAKEVENUSAGE
 * @helpurl https://localhost:3000/help/breakevenusage.html
 * @param price Flat price (currency per customer and month).
 * @param unitCost Cost to serve a unit (currency).
 * @param fixedCost Cost whatever the usage (currency per customer and month); 0 if omitted.
 * @param targetMargin Gross margin to keep (a fraction of revenue, below 1); 0 if omitted.
 * @returns Units per customer and month. */
export function breakEvenUsage(
  price: unknown[][],
  unitCost: unknown[][],
  fixedCost?: unknown[][],
  targetMargin?: unknown[][],
): unknown[][] {
  return BREAKEVENUSAGE.spill(price, unitCost, fixedCost, targetMargin);
}

export const BREAKEVENUSAGE = define({
  calc: calc.breakEvenUsage,
  params: [
    number("price", calc.FROM_ZERO),
    number("unitCost", calc.FROM_ZERO),
    optional(number("fixedCost"), "0"),
    optional(number("targetMargin", calc.BELOW_ONE), "0"),
  ],
  native: (price, unitCost, fixedCost, targetMargin) =>
    `(${price}${timesOneMinus(targetMargin)}${minus(fixedCost)})/${unitCost}`,
  demands: (price, unitCost, fixedCost, targetMargin) => [
    guard(`${unitCost}=0`, "#DIV/0!"),
    guard(`${price}${timesOneMinus(targetMargin)}${minus(fixedCost)}<0`, "#NUM!"),
  ],
  examples: [
    { it: "carries 1,500 units before it loses money", args: [99, 0.06, 9], gives: 1500 },
    { it: "carries 510 units at 60%", args: [99, 0.06, 9, 0.6], gives: 510 },
    { it: "carries none where fixed cost takes it all", args: [9, 0.06, 9], gives: 0 },
    {
      it: "does not exist where fixed cost alone misses the target",
      args: [20, 0.06, 9, 0.6],
      fails: "#NUM!",
    },
    { it: "is undefined where units cost nothing", args: [99, 0], fails: "#DIV/0!" },
  ],
  formula: "(price × (1 − targetMargin) − fixedCost) ÷ unitCost",
  source: "Break-even of cost-volume-profit analysis, with a target margin.",
});
