import * as calc from "../calc";
import { define } from "./define";
import { guard, literal } from "./native";
import { minus, plus } from "./native-terms";
import { number, optional } from "./parameter";

/** Hit rate from which a semantic or response cache pays.
 * @customfunction RESPONSECACHEBREAKEVEN
 * @helpurl https://localhost:3000/help/responsecachebreakeven.html
 * @param cost Cost of answering a task without the cache (currency).
 * @param lookupCost Cost of a lookup, hit or not (currency per task).
 * @param storeCost Cost of storing an answer (currency per miss); 0 if omitted.
 * @param hitCost Cost of serving from the cache (currency per hit); 0 if omitted.
 * @param falseHitRate Share of hits with a wrong answer (0 to 1); 0 if omitted.
 * @param falseHitLoss What a wrong answer costs the business (currency); 0 if omitted, and for an accounting margin.
 * @returns Share of tasks (0 to 1); #N/A if it never pays. */
export function responseCacheBreakEven(
  cost: unknown[][],
  lookupCost: unknown[][],
  storeCost?: unknown[][],
  hitCost?: unknown[][],
  falseHitRate?: unknown[][],
  falseHitLoss?: unknown[][],
): unknown[][] {
  return RESPONSECACHEBREAKEVEN.spill(
    cost,
    lookupCost,
    storeCost,
    hitCost,
    falseHitRate,
    falseHitLoss,
  );
}

/** What a hit saves against a miss. */
function savedPerHit(
  cost: string,
  store: string,
  hit: string,
  falseHitRate: string,
  falseHitLoss: string,
): string {
  const isLossless = literal(falseHitRate) === 0 || literal(falseHitLoss) === 0;
  const loss = isLossless ? "" : `-${falseHitRate}*${falseHitLoss}`;
  return `${cost}${plus(store)}${minus(hit)}${loss}`;
}

export const RESPONSECACHEBREAKEVEN = define({
  calc: calc.responseCacheBreakEven,
  params: [
    number("cost"),
    number("lookupCost", calc.FROM_ZERO),
    optional(number("storeCost", calc.FROM_ZERO), "0"),
    optional(number("hitCost", calc.FROM_ZERO), "0"),
    optional(number("falseHitRate", calc.SHARE), "0"),
    optional(number("falseHitLoss", calc.FROM_ZERO), "0"),
  ],
  native: (cost, lookup, store, ...hit) =>
    `(${lookup}${plus(store)})/(${savedPerHit(cost, store, ...hit)})`,
  demands: (cost, lookup, store, ...hit) => {
    const saved = savedPerHit(cost, store, ...hit);
    return [guard(`${saved}<=0`, "#N/A"), guard(`${lookup}${plus(store)}>${saved}`, "#N/A")];
  },
  examples: [
    {
      // 0.25 / (20 + 0.05 - 0.1 - 0.02 x 500) = 0.25 / 9.95, in thousandths
      it: "is 2.5% with false hits that lose 0.50",
      args: [0.02, 0.0002, 0.00005, 0.0001, 0.02, 0.5],
      gives: 0.02512562814070352,
    },
    { it: "is 0 where looking up is free", args: [0.02, 0], gives: 0 },
    { it: "is 1 where a lookup costs what it saves", args: [0.02, 0.02], gives: 1 },
    { it: "never comes where it costs more", args: [0.02, 0.021], fails: "#N/A" },
    {
      it: "never comes where wrong answers lose more than hits save",
      args: [0.02, 0.0002, 0, 0, 0.05, 0.5],
      fails: "#N/A",
    },
    { it: "refuses a negative lookup cost", args: [0.02, -0.0002], fails: "#NUM!" },
  ],
  formula: "(lookupCost + storeCost) ÷ (cost + storeCost − hitCost − falseHitRate × falseHitLoss)",
  source: "RESPONSECACHECOST = cost, solved for the hit rate.",
});
