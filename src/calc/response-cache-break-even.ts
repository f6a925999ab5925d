import { CalcError } from "./calc-error";
import { responseCache } from "./response-cache";

/**
 * Hit rate from which a response cache costs no more than none: (lookupCost + storeCost) /
 * (cost + storeCost - hitCost - falseHitRate x falseHitLoss).
 *
 * @param cost of answering a task without the cache, currency
 * @param lookupCost of every task, hit or not, currency, 0 or more
 * @param storeCost of a task that misses, currency, 0 or more
 * @param hitCost of serving from the cache, currency, 0 or more
 * @param falseHitRate share of hits with a wrong answer, 0 to 1
 * @param falseHitLoss what a wrong answer costs the business, currency, 0 or more
 * @returns a share of tasks, 0 to 1
 * @throws CalcError `#N/A` where a hit saves nothing or even hits alone do not pay, `#NUM!`
 *   outside these ranges
 * Source: responseCacheCost = cost, solved for the hit rate.
 * @example responseCacheBreakEven(0.02, 0.0002, 0.00005, 0.0001, 0.02, 0.5) // => 0.02512…
 */
export function responseCacheBreakEven(
  cost: number,
  lookupCost: number,
  storeCost = 0,
  hitCost = 0,
  falseHitRate = 0,
  falseHitLoss = 0,
): number {
  const { savedPerHit } = responseCache(
    cost,
    lookupCost,
    storeCost,
    hitCost,
    falseHitRate,
    falseHitLoss,
  );
  const overhead = lookupCost + storeCost;
  if (savedPerHit <= 0 || overhead > savedPerHit) {
    throw new CalcError(
      "#N/A",
      `never pays: a hit saves ${savedPerHit}, and lookup and store cost ${overhead}`,
    );
  }
  return overhead / savedPerHit;
}
