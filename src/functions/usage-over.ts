import * as calc from "../calc";
import { define } from "./define";
import { timesOneMinus } from "./native-terms";
import { nativeActiveMean, nativeOver, nativeSigma, usageDemands } from "./native-usage";
import { number } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Mean usage beyond a level, such as the units that an overage price is paid for.
 * @customfunction USAGEOVER
 * @helpurl https://localhost:3000/help/usageover.html
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param level Included units, or another level (units per month).
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Units per customer and month, over all customers. */
export function usageOver(
  p50: unknown[][],
  p99: unknown[][],
  level: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return USAGEOVER.spill(p50, p99, level, tail, inactiveShare);
}

export const USAGEOVER = define({
  calc: calc.usageOver,
  params: [P50, P99, number("level", calc.FROM_ZERO), TAIL, INACTIVE_SHARE],
  native: (p50, p99, level, tail, inactiveShare) => {
    const mean = nativeActiveMean(p50, p99, tail);
    const sigma = nativeSigma(p50, p99, tail);
    const heavy = `${mean}*NORM.S.DIST(${sigma}+LN(${p50}/${level})/${sigma},TRUE)`;
    const differing = `${heavy}-${level}*${nativeOver(p50, p99, level, tail)}`;
    const some = `MAX(0,IF(${p50}=${p99},${p50}-${level},${differing}))`;
    return `IF(${level}=0,${mean},${some})${timesOneMinus(inactiveShare)}`;
  },
  demands: usageDemands,
  examples: [
    {
      // z = LN(1000/400)/s = 0.78715: 787.61016 x Phi(s - z) - 1000 x 0.2156004
      it: "is 294 beyond 1,000 included units, with a median of 400",
      args: [400, 6000, 1000],
      gives: 293.89728445998605,
    },
    { it: "is the mean beyond 0", args: [400, 6000, 0], gives: 787.6101645220867 },
    { it: "is 0 if all stay at the level", args: [400, 400, 400], gives: 0 },
    { it: "is the excess if all use the same and more", args: [400, 400, 300], gives: 100 },
    { it: "refuses a negative level", args: [400, 6000, -1], fails: "#NUM!" },
  ],
  formula:
    "(1 − inactiveShare) × (mean × Φ(s − k) − level × Φ(−k)), k = LN(level ÷ p50) ÷ s, s = LN(p99 ÷ p50) ÷ z(tail)",
  source: "Stop-loss premium of the lognormal distribution (Klugman, Loss Models).",
});
