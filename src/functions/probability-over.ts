import * as calc from "../calc";
import { define } from "./define";
import { timesOneMinus } from "./native-terms";
import { nativeOver, usageDemands } from "./native-usage";
import { number } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Share of customers whose usage is above a level.
 * @customfunction PROBABILITYOVER
 * @helpurl https://localhost:3000/help/probabilityover.html
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param level Break-even usage, a cap or another level (units per month).
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Share of all customers, 0 to 1. */
export function probabilityOver(
  p50: unknown[][],
  p99: unknown[][],
  level: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return PROBABILITYOVER.spill(p50, p99, level, tail, inactiveShare);
}

export const PROBABILITYOVER = define({
  calc: calc.probabilityOver,
  params: [P50, P99, number("level", calc.FROM_ZERO), TAIL, INACTIVE_SHARE],
  native: (p50, p99, level, tail, inactiveShare) => {
    const some = `IF(${p50}=${p99},IF(${p50}>${level},1,0),${nativeOver(p50, p99, level, tail)})`;
    return `IF(${level}=0,1,${some})${timesOneMinus(inactiveShare)}`;
  },
  demands: usageDemands,
  examples: [
    {
      // Phi(-LN(1000/400) / 1.16408) = Phi(-0.78715)
      it: "is 22% above 1,000 for 400 at P50 and 6,000 at P99",
      args: [400, 6000, 1000],
      gives: 0.2156003512845877,
    },
    { it: "is half above the median", args: [400, 6000, 400], gives: 0.5 },
    { it: "is everybody who is active above 0", args: [400, 6000, 0, null, 0.3], gives: 0.7 },
    { it: "is nobody at a level that all use", args: [400, 400, 400], gives: 0 },
    { it: "is everybody below it", args: [400, 400, 399], gives: 1 },
    { it: "refuses a negative level", args: [400, 6000, -1], fails: "#NUM!" },
  ],
  formula: "(1 − inactiveShare) × Φ(LN(p50 ÷ level) ÷ s), s = LN(p99 ÷ p50) ÷ z(tail)",
  source: "Survival function of the lognormal distribution.",
});
