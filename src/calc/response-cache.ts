import { ANY, check, finite, FROM_ZERO, SHARE } from "./domain";

/** What a task costs with a response cache, the lookup that both need included. */
export interface ResponseCache {
  /** Currency per task that misses. */
  readonly onMiss: number;
  /** Expected currency per task that hits. */
  readonly onHit: number;
  /** onMiss - onHit, without the lookup that would only blur it. */
  readonly savedPerHit: number;
}

/**
 * A semantic or response cache but for its hit rate: a miss costs lookupCost + cost + storeCost,
 * a hit lookupCost + hitCost + falseHitRate x falseHitLoss.
 *
 * @param cost of answering a task, currency
 * @param lookupCost of every task, hit or not, currency, 0 or more
 * @param storeCost of a task that misses, currency, 0 or more
 * @param hitCost of serving from the cache, currency, 0 or more
 * @param falseHitRate share of hits with a wrong answer, 0 to 1
 * @param falseHitLoss what a wrong answer costs the business, currency, 0 or more
 * @throws CalcError `#NUM!` outside these ranges
 */
export function responseCache(
  cost: number,
  lookupCost: number,
  storeCost: number,
  hitCost: number,
  falseHitRate: number,
  falseHitLoss: number,
): ResponseCache {
  check("cost", cost, ANY);
  check("lookupCost", lookupCost, FROM_ZERO);
  check("storeCost", storeCost, FROM_ZERO);
  check("hitCost", hitCost, FROM_ZERO);
  check("falseHitRate", falseHitRate, SHARE);
  check("falseHitLoss", falseHitLoss, FROM_ZERO);
  const answered = finite(cost + storeCost);
  const served = finite(hitCost + falseHitRate * falseHitLoss);
  return {
    onMiss: finite(lookupCost + answered),
    onHit: finite(lookupCost + served),
    savedPerHit: finite(answered - served),
  };
}
