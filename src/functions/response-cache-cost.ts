import * as calc from "../calc";
import { define } from "./define";
import { plus, plusProduct } from "./native-terms";
import { number, optional } from "./parameter";

/** Expected cost of a task with a semantic or response cache.
 * @customfunction RESPONSECACHECOST
 * @helpurl https://localhost:3000/help/responsecachecost.html
 * @param cost Cost of answering a task without the cache (currency).
 * @param hitRate Share of tasks answered from the cache (0 to 1).
 * @param lookupCost Cost of a lookup, hit or not (currency per task); 0 if omitted.
 * @param storeCost Cost of storing an answer (currency per miss); 0 if omitted.
 * @param hitCost Cost of serving from the cache (currency per hit); 0 if omitted.
 * @param falseHitRate Share of hits with a wrong answer (0 to 1); 0 if omitted.
 * @param falseHitLoss What a wrong answer costs the business (currency); 0 if omitted, and for an accounting margin.
 * @returns Cost per task (currency). */
export function responseCacheCost(
  cost: unknown[][],
  hitRate: unknown[][],
  lookupCost?: unknown[][],
  storeCost?: unknown[][],
  hitCost?: unknown[][],
  falseHitRate?: unknown[][],
  falseHitLoss?: unknown[][],
): unknown[][] {
  return RESPONSECACHECOST.spill(
    cost,
    hitRate,
    lookupCost,
    storeCost,
    hitCost,
    falseHitRate,
    falseHitLoss,
  );
}

export const RESPONSECACHECOST = define({
  calc: calc.responseCacheCost,
  params: [
    number("cost"),
    number("hitRate", calc.SHARE),
    optional(number("lookupCost", calc.FROM_ZERO), "0"),
    optional(number("storeCost", calc.FROM_ZERO), "0"),
    optional(number("hitCost", calc.FROM_ZERO), "0"),
    optional(number("falseHitRate", calc.SHARE), "0"),
    optional(number("falseHitLoss", calc.FROM_ZERO), "0"),
  ],
  native: (cost, hitRate, lookup, store, hit, falseHitRate, falseHitLoss) => {
    const miss = plus(store) === "" ? cost : `(${cost}${plus(store)})`;
    const served = `${plus(hit)}${plusProduct(falseHitRate, falseHitLoss)}`.slice(1);
    const hits = served === "" ? "" : `+${hitRate}*(${served})`;
    return `(1-${hitRate})*${miss}${hits}${plus(lookup)}`;
  },
  examples: [
    {
      // 0.0002 + 0.7 x 0.02005 + 0.3 x 0.0101
      it: "falls by 13.7%, not 30%, with all that a cache costs",
      args: [0.02, 0.3, 0.0002, 0.00005, 0.0001, 0.02, 0.5],
      gives: 0.017265,
    },
    { it: "falls by the hit rate where the cache is free", args: [5000, 0.2], gives: 4000 },
    {
      it: "is lookup and store on top where nothing hits",
      args: [0.02, 0, 0.0002, 0.00005],
      gives: 0.02025,
    },
    { it: "refuses a hit rate above 1", args: [0.02, 1.2], fails: "#NUM!" },
  ],
  formula:
    "lookupCost + (1 − hitRate) × (cost + storeCost) + hitRate × (hitCost + falseHitRate × falseHitLoss)",
  source: "Expected cost over hits and misses.",
});
