import * as calc from "../calc";
import { define } from "./define";
import { nativeUsageAt, usageDemands } from "./native-usage";
import { number } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Usage at a percentile of customers, from the usage of a typical and of a heavy one.
 * @customfunction USAGEAT
 * @helpurl https://localhost:3000/help/usageat.html
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param percentile Share of all customers who use less (strictly between 0 and 1).
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Units per customer and month; 0 at or below inactiveShare. */
export function usageAt(
  p50: unknown[][],
  p99: unknown[][],
  percentile: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return USAGEAT.spill(p50, p99, percentile, tail, inactiveShare);
}

export const USAGEAT = define({
  calc: calc.usageAt,
  params: [P50, P99, number("percentile", calc.PERCENTILE), TAIL, INACTIVE_SHARE],
  native: nativeUsageAt,
  demands: usageDemands,
  examples: [
    {
      // 400 x 15^(1.2815515655446004 / 2.3263478740408408)
      it: "is 1,778 at P90 for 400 at P50 and 6,000 at P99",
      args: [400, 6000, 0.9],
      gives: 1778.081817464075,
    },
    { it: "is p50 at P50", args: [400, 6000, 0.5], gives: 400 },
    {
      it: "is the second figure at its own percentile",
      args: [400, 2000, 0.95, 0.95],
      gives: 2000,
    },
    {
      // Rank (0.65 - 0.3) / (1 - 0.3) = 0.5 among active customers.
      it: "counts percentiles over all customers, inactive ones too",
      args: [400, 6000, 0.65, null, 0.3],
      gives: 400,
    },
    { it: "is 0 up to the inactive share", args: [400, 6000, 0.3, 0.99, 0.3], gives: 0 },
    { it: "is the same everywhere if all use the same", args: [400, 400, 0.99], gives: 400 },
    { it: "does not exist at 100%", args: [400, 6000, 1], fails: "#NUM!" },
    { it: "refuses a p99 below p50", args: [400, 399, 0.9], fails: "#NUM!" },
  ],
  formula:
    "p50 × (p99 ÷ p50)^(z(rank) ÷ z(tail)), rank = (percentile − inactiveShare) ÷ (1 − inactiveShare)",
  source: "Quantile of the lognormal distribution, matched at two percentiles.",
});
