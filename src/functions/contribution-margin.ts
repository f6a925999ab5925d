import * as calc from "../calc";
import { define } from "./define";
import { minus } from "./native-terms";
import { number, optional } from "./parameter";

/** Share of revenue left after all cost that varies with it, and no fixed cost.
 * @customfunction CONTRIBUTIONMARGIN
 * @helpurl https://localhost:3000/help/contributionmargin.html
 * @param revenue Revenue of the period (currency).
 * @param variableCogs The part of cost to serve that varies with usage (currency).
 * @param otherVariableCosts Variable cost outside it, such as payment fees and commission (currency); 0 if omitted.
 * @returns Contribution margin, a fraction of revenue. */
export function contributionMargin(
  revenue: unknown[][],
  variableCogs: unknown[][],
  otherVariableCosts?: unknown[][],
): unknown[][] {
  return CONTRIBUTIONMARGIN.spill(revenue, variableCogs, otherVariableCosts);
}

export const CONTRIBUTIONMARGIN = define({
  calc: calc.contributionMargin,
  params: [
    number("revenue", calc.FROM_ZERO),
    number("variableCogs"),
    optional(number("otherVariableCosts"), "0"),
  ],
  native: (revenue, variableCogs, otherVariableCosts) =>
    `(${revenue}-${variableCogs}${minus(otherVariableCosts)})/${revenue}`,
  examples: [
    { it: "takes off payment fees and commission too", args: [100, 30, 13], gives: 0.57 },
    { it: "is the gross margin where all cost to serve is variable", args: [1, 0.4], gives: 0.6 },
    { it: "is undefined without revenue", args: [0, 30, 13], fails: "#DIV/0!" },
  ],
  formula: "(revenue − variableCogs − otherVariableCosts) ÷ revenue",
  source: "Contribution margin of cost accounting.",
});
