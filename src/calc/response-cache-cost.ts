import { check, finite, SHARE } from "./domain";
import { responseCache } from "./response-cache";

/**
 * Expected cost of a task with a semantic or response cache: lookupCost + (1 - hitRate) x (cost +
 * storeCost) + hitRate x (hitCost + falseHitRate x falseHitLoss).
 *
 * @param cost of answering a task without the cache, currency
 * @param hitRate share of tasks answered from the cache, 0 to 1
 * @param lookupCost of every task, hit or not, currency, 0 or more
 * @param storeCost of a task that misses, currency, 0 or more
 * @param hitCost of serving from the cache, currency, 0 or more
 * @param falseHitRate share of hits with a wrong answer, 0 to 1
 * @param falseHitLoss what a wrong answer costs the business, currency, 0 or more; 0 for an
 *   accounting margin
 * @returns currency per task
 * @throws CalcError `#NUM!` outside these ranges
 * @example responseCacheCost(0.02, 0.3, 0.0002, 0.00005, 0.0001, 0.02, 0.5) // => 0.017265
 */
export function responseCacheCost(
  cost: number,
  hitRate: number,
  lookupCost = 0,
  storeCost = 0,
  hitCost = 0,
  falseHitRate = 0,
  falseHitLoss = 0,
): number {
  check("hitRate", hitRate, SHARE);
  const { onMiss, onHit } = responseCache(
    cost,
    lookupCost,
    storeCost,
    hitCost,
    falseHitRate,
    falseHitLoss,
  );
  return finite((1 - hitRate) * onMiss + hitRate * onHit);
}
