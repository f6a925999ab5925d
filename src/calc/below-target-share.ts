import { ANY, BELOW_ONE, check, finite, FROM_ZERO } from "./domain";
import { lognormalProbabilityOver } from "./lognormal-layers";
import { usageFromTail } from "./lognormal-usage";
import { MARGIN_EPSILON } from "./margin-status";

/**
 * Share of flat-fee customers whose margin is below the target, at target 0 of those who make a
 * loss: P(cost > price x (1 - targetMargin)). It is 1 where even an idle customer costs more,
 * and a cost that is the allowed one but for rounding counts as at target, as in marginStatus.
 *
 * @param price flat price, currency per customer and month, 0 or more
 * @param unitCost cost to serve a unit, currency, 0 or more
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param fixedCost cost whatever the usage, currency per customer and month
 * @param targetMargin fraction of revenue, below 1; it may be negative
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns 0 to 1
 * @throws CalcError `#NUM!` outside these ranges
 * @example belowTargetShare(99, 0.06, 400, 6000, 9, 0.6) // => 0.4173…
 */
export function belowTargetShare(
  price: number,
  unitCost: number,
  p50: number,
  p99: number,
  fixedCost = 0,
  targetMargin = 0,
  tail?: number,
  inactiveShare?: number,
): number {
  check("price", price, FROM_ZERO);
  check("unitCost", unitCost, FROM_ZERO);
  check("fixedCost", fixedCost, ANY);
  check("targetMargin", targetMargin, BELOW_ONE);
  const usage = usageFromTail(p50, p99, tail, inactiveShare);
  const isBelowTarget = (cost: number) => cost > price * (1 - targetMargin + MARGIN_EPSILON);
  if (isBelowTarget(fixedCost)) return 1;
  if (unitCost === 0) return 0;
  // Where all use the same, no density smooths the jump at the target.
  if (usage.sigma === 0) {
    return isBelowTarget(finite(unitCost * p50) + fixedCost) ? 1 - usage.inactiveShare : 0;
  }
  const allowed = Math.max(0, price * (1 - targetMargin) - fixedCost);
  return lognormalProbabilityOver(usage, finite(allowed / unitCost));
}
