import * as calc from "../calc";
import { define } from "./define";
import { timesOneMinus } from "./native-terms";
import { nativeActiveMean, usageDemands } from "./native-usage";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Mean usage of a customer, which decides the cost of all together and lies above the median.
 * @customfunction USAGEMEAN
 * @helpurl https://localhost:3000/help/usagemean.html
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Units per customer and month, over all customers. */
export function usageMean(
  p50: unknown[][],
  p99: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return USAGEMEAN.spill(p50, p99, tail, inactiveShare);
}

export const USAGEMEAN = define({
  calc: calc.usageMean,
  params: [P50, P99, TAIL, INACTIVE_SHARE],
  native: (p50, p99, tail, inactiveShare) =>
    `${nativeActiveMean(p50, p99, tail)}${timesOneMinus(inactiveShare)}`,
  demands: usageDemands,
  examples: [
    {
      // sigma = LN(15) / 2.3263478740408408 = 1.16408; 400 x EXP(sigma^2 / 2)
      it: "is nearly twice the median for a P99 15 times it",
      args: [400, 6000],
      gives: 787.6101645220867,
    },
    { it: "is the median if all use the same", args: [400, 400], gives: 400 },
    { it: "spreads usage over inactive customers too", args: [400, 400, null, 0.25], gives: 300 },
    { it: "is 0 if all are inactive", args: [400, 6000, 0.99, 1], gives: 0 },
    { it: "refuses a tail at the median", args: [400, 6000, 0.5], fails: "#NUM!" },
    { it: "refuses a p99 below p50", args: [400, 399], fails: "#NUM!" },
  ],
  formula: "(1 − inactiveShare) × p50 × EXP(s² ÷ 2), s = LN(p99 ÷ p50) ÷ z(tail)",
  source: "Mean of the lognormal distribution.",
});
