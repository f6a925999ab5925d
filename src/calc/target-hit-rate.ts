import { leastShare } from "./least-share";
import { responseCache } from "./response-cache";

/**
 * Least hit rate at which a response cache brings the cost of a task down to a target:
 * (lookupCost + cost + storeCost - targetCost) / (cost + storeCost - hitCost - falseHitRate x
 * falseHitLoss); 0 where no hits are needed.
 *
 * @param targetCost most that a task may cost (breakEvenUnitCost), currency
 * @param cost of answering a task without the cache, currency
 * @param lookupCost of every task, hit or not, currency, 0 or more
 * @param storeCost of a task that misses, currency, 0 or more
 * @param hitCost of serving from the cache, currency, 0 or more
 * @param falseHitRate share of hits with a wrong answer, 0 to 1
 * @param falseHitLoss what a wrong answer costs the business, currency, 0 or more
 * @returns a share of tasks, 0 to 1
 * @throws CalcError `#NUM!` where no hit rate reaches the target, or outside these ranges
 * Source: responseCacheCost = targetCost, solved for the hit rate.
 * @example targetHitRate(0.051, 0.06, 0.0004, 0.0001, 0.0002, 0.01, 0.5) // => 0.17304…
 */
export function targetHitRate(
  targetCost: number,
  cost: number,
  lookupCost = 0,
  storeCost = 0,
  hitCost = 0,
  falseHitRate = 0,
  falseHitLoss = 0,
): number {
  const { onMiss, onHit } = responseCache(
    cost,
    lookupCost,
    storeCost,
    hitCost,
    falseHitRate,
    falseHitLoss,
  );
  return leastShare(targetCost, onMiss, onHit, "hit rate");
}
