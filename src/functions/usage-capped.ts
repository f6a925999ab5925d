import * as calc from "../calc";
import { define } from "./define";
import { timesOneMinus } from "./native-terms";
import { nativeActiveMean, nativeOver, nativeSigma, usageDemands } from "./native-usage";
import { number } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Mean usage of a customer where nobody can use more than a cap, such as a fair-use limit.
 * @customfunction USAGECAPPED
 * @helpurl https://localhost:3000/help/usagecapped.html
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param cap Most that a customer can use (units per month).
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Units per customer and month, over all customers. With USAGEOVER it adds up to USAGEMEAN. */
export function usageCapped(
  p50: unknown[][],
  p99: unknown[][],
  cap: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return USAGECAPPED.spill(p50, p99, cap, tail, inactiveShare);
}

export const USAGECAPPED = define({
  calc: calc.usageCapped,
  params: [P50, P99, number("cap", calc.FROM_ZERO), TAIL, INACTIVE_SHARE],
  native: (p50, p99, cap, tail, inactiveShare) => {
    const sigma = nativeSigma(p50, p99, tail);
    const below = `NORM.S.DIST(LN(${cap}/${p50})/${sigma}-${sigma},TRUE)`;
    const differing = `${nativeActiveMean(p50, p99, tail)}*${below}+${cap}*${nativeOver(p50, p99, cap, tail)}`;
    const active = `IF(${cap}=0,0,IF(${p50}=${p99},MIN(${p50},${cap}),${differing}))`;
    return `${active}${timesOneMinus(inactiveShare)}`;
  },
  demands: usageDemands,
  examples: [
    {
      // z = LN(1000/400)/s = 0.78715: 787.61016 x Phi(z - s) + 1000 x 0.2156004
      it: "is 494 of a mean of 788 under a cap of 1,000",
      args: [400, 6000, 1000],
      gives: 493.7128800621005,
    },
    { it: "is 0 under a cap of 0", args: [400, 6000, 0], gives: 0 },
    { it: "is the cap if all use the same and more", args: [400, 400, 300], gives: 300 },
    { it: "is what all use if they stay below the cap", args: [400, 400, 500], gives: 400 },
    { it: "refuses a negative cap", args: [400, 6000, -1], fails: "#NUM!" },
  ],
  formula:
    "(1 − inactiveShare) × (mean × Φ(k − s) + cap × Φ(−k)), k = LN(cap ÷ p50) ÷ s, s = LN(p99 ÷ p50) ÷ z(tail)",
  source: "Limited expected value of the lognormal distribution (Klugman, Loss Models).",
});
