import * as calc from "../calc";
import { define } from "./define";
import { guard } from "./native";
import { number } from "./parameter";

/** Share of customers that a price increase may lose before gross profit falls; negative for a price cut: the share to be won.
 * @customfunction BREAKEVENCHURN
 * @helpurl https://localhost:3000/help/breakevenchurn.html
 * @param margin Gross margin before the change (a fraction of revenue, 0 to 1).
 * @param priceChange Change of the price (a fraction, above -1; 0.1 is 10% dearer).
 * @returns A fraction of customers. */
export function breakEvenChurn(margin: unknown[][], priceChange: unknown[][]): unknown[][] {
  return BREAKEVENCHURN.spill(margin, priceChange);
}

export const BREAKEVENCHURN = define({
  calc: calc.breakEvenChurn,
  params: [number("margin", calc.SHARE), number("priceChange", calc.ABOVE_MINUS_ONE)],
  native: (margin, priceChange) => `${priceChange}/(${margin}+${priceChange})`,
  demands: (margin, priceChange) => [guard(`${margin}+${priceChange}<0`, "#NUM!")],
  examples: [
    { it: "may lose a fifth at 40% and 10% dearer", args: [0.4, 0.1], gives: 0.2 },
    { it: "may lose nobody at an unchanged price", args: [0.4, 0], gives: 0 },
    { it: "has to win a third after a cut", args: [0.4, -0.1], gives: -1 / 3 },
    { it: "is undefined without margin and change", args: [0, 0], fails: "#DIV/0!" },
    { it: "does not exist where a cut takes all profit", args: [0.4, -0.5], fails: "#NUM!" },
  ],
  formula: "priceChange ÷ (margin + priceChange)",
  source: "Break-even sales change, as in Nagle's The Strategy and Tactics of Pricing.",
});
