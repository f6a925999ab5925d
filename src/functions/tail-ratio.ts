import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { number, optional } from "./parameter";

/** How many times the median the P99 of spend is, where both usage and cost per task vary.
 * @customfunction TAILRATIO
 * @helpurl https://localhost:3000/help/tailratio.html
 * @param usageRatio Ratio of P99 to P50 of usage, 1 or more.
 * @param costRatio Ratio of P99 to P50 of the cost per task, 1 or more; at the same percentile as usageRatio.
 * @param correlation Correlation of the logarithms of usage and cost per task (-1 to 1); 0 if omitted.
 * @returns Ratio of P99 to P50 of spend; the product of both ratios at correlation 1 alone. */
export function tailRatio(
  usageRatio: unknown[][],
  costRatio: unknown[][],
  correlation?: unknown[][],
): unknown[][] {
  return TAILRATIO.spill(usageRatio, costRatio, correlation);
}

export const TAILRATIO = define({
  calc: calc.tailRatio,
  params: [
    number("usageRatio", calc.TAIL_MULTIPLE),
    number("costRatio", calc.TAIL_MULTIPLE),
    optional(number("correlation", calc.FROM_MINUS_ONE_TO_ONE), "0"),
  ],
  native: (usageRatio, costRatio, correlation) =>
    literal(correlation) === 0
      ? `EXP(SQRT(LN(${usageRatio})^2+LN(${costRatio})^2))`
      : `EXP(SQRT((LN(${usageRatio})+${correlation}*LN(${costRatio}))^2+(1-${correlation}^2)*LN(${costRatio})^2))`,
  examples: [
    {
      // EXP(SQRT(2.302585^2 + 2.708050^2))
      it: "is 35 for 10 and 15, not 150",
      args: [10, 15],
      gives: 34.97507151550685,
    },
    { it: "is the product where heavy users have dear tasks", args: [10, 15, 1], gives: 150 },
    { it: "cancels out where they have cheap ones", args: [10, 10, -1], gives: 1 },
    { it: "is one ratio where the other does not vary", args: [15, 1], gives: 15 },
    { it: "refuses a P99 below P50", args: [0.9, 15], fails: "#NUM!" },
  ],
  formula: "EXP(SQRT(a² + b² + 2 × correlation × a × b)), a = LN(usageRatio), b = LN(costRatio)",
  source: "A product of lognormal variables is lognormal, and variances of logarithms add.",
});
