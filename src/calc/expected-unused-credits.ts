import { ABOVE_ZERO, check, finite, FROM_ZERO } from "./domain";
import { lognormalCapped } from "./lognormal-layers";
import type { LognormalUsage } from "./lognormal-usage";

/**
 * Credits of a month that a customer is expected to leave unused, over all customers:
 * available - E[MIN(creditsPerUnit x usage, available)]. Inactive customers leave all of them.
 *
 * @param usage units per customer and month
 * @param availableCredits granted and carried over, 0 or more
 * @param creditsPerUnit credits that a unit of usage uses, above 0
 * @returns credits per customer and month, 0 to availableCredits
 * @throws CalcError `#NUM!` outside these ranges
 * Source: limited expected value of the lognormal distribution.
 * @example expectedUnusedCredits(usageFromTail(400, 6000), 1000) // => 506.28…
 */
export function expectedUnusedCredits(
  usage: LognormalUsage,
  availableCredits: number,
  creditsPerUnit = 1,
): number {
  check("availableCredits", availableCredits, FROM_ZERO);
  check("creditsPerUnit", creditsPerUnit, ABOVE_ZERO);
  const units = finite(availableCredits / creditsPerUnit);
  // Rounding alone can make the difference negative, where nearly all are used.
  return Math.max(0, availableCredits - creditsPerUnit * lognormalCapped(usage, units));
}
