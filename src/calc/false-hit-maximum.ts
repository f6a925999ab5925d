import { CalcError } from "./calc-error";
import { check, ratio, SHARE } from "./domain";
import { responseCache } from "./response-cache";

/**
 * Share of hits that may be wrong before a response cache costs more than none:
 * (cost + storeCost - hitCost - (lookupCost + storeCost) / hitRate) / falseHitLoss.
 *
 * @param cost of answering a task without the cache, currency
 * @param hitRate share of tasks answered from the cache, 0 to 1
 * @param lookupCost of every task, hit or not, currency, 0 or more
 * @param storeCost of a task that misses, currency, 0 or more
 * @param hitCost of serving from the cache, currency, 0 or more
 * @param falseHitLoss what a wrong answer costs the business, currency, 0 or more
 * @returns a share of hits, 0 to 1
 * @throws CalcError `#DIV/0!` at hit rate or loss 0, `#NUM!` outside these ranges or where the
 *   cache does not pay even without false hits, `#N/A` where it pays even if every hit is false
 * Source: responseCacheCost = cost, solved for the false hit rate.
 * @example falseHitMaximum(0.02, 0.3, 0.0002, 0.00005, 0.0001, 0.5) // => 0.03823…
 */
export function falseHitMaximum(
  cost: number,
  hitRate: number,
  lookupCost: number,
  storeCost: number,
  hitCost: number,
  falseHitLoss: number,
): number {
  check("hitRate", hitRate, SHARE);
  const { savedPerHit } = responseCache(cost, lookupCost, storeCost, hitCost, 0, falseHitLoss);
  const overheadPerHit = ratio(
    lookupCost + storeCost,
    hitRate,
    "hitRate is 0, so there are no hits",
  );
  const maximum = ratio(
    savedPerHit - overheadPerHit,
    falseHitLoss,
    "falseHitLoss is 0, so false hits cost nothing",
  );
  if (maximum < 0) {
    throw new CalcError(
      "#NUM!",
      `a hit saves ${savedPerHit} and takes ${overheadPerHit} of lookups and stores: the cache does not pay even without false hits`,
    );
  }
  if (maximum > 1) {
    throw new CalcError(
      "#N/A",
      `no share is too high: a false hit loses ${falseHitLoss}, and a hit saves ${savedPerHit - overheadPerHit}`,
    );
  }
  return maximum;
}
