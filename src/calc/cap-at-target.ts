import { breakEvenUsage } from "./break-even-usage";
import { CalcError } from "./calc-error";
import { lognormalCapped, lognormalProbabilityOver } from "./lognormal-layers";
import { lognormalMean } from "./lognormal-moments";
import type { LognormalUsage } from "./lognormal-usage";

/** Sixteen steps are enough up to 99.9% of the mean; these for every target that doubles know. */
const MOST_STEPS = 100;

/**
 * The fair-use cap at which a flat price just reaches its blended target margin: mean usage
 * under the cap is the most usage that the price carries, breakEvenUsage.
 *
 * Newton's steps from that usage, cap + (target - capped mean) / P(usage > cap), rise to the cap
 * and never pass it, because the capped mean is concave.
 *
 * @param price flat price, currency per customer and month, 0 or more
 * @param unitCost cost to serve a unit, currency, above 0
 * @param usage units per customer and month
 * @param fixedCost cost whatever the usage, currency per customer and month
 * @param targetMargin fraction of revenue, below 1; it may be negative
 * @returns units per customer and month
 * @throws CalcError `#N/A` where the mean without a cap is low enough already, `#NUM!` outside
 *   these ranges or where fixed cost leaves nothing for usage, `#DIV/0!` at unit cost 0
 * Source: Newton's method for a concave function.
 * @example capAtTarget(99, 0.06, usageFromTail(400, 6000), 9, 0.6) // => 1079.03…
 */
export function capAtTarget(
  price: number,
  unitCost: number,
  usage: LognormalUsage,
  fixedCost = 0,
  targetMargin = 0,
): number {
  const carried = breakEvenUsage(price, unitCost, fixedCost, targetMargin);
  if (carried === 0) {
    throw new CalcError(
      "#NUM!",
      `fixed cost of ${fixedCost} leaves nothing of price ${price} for usage, so no cap reaches a target margin of ${targetMargin}`,
    );
  }
  const mean = lognormalMean(usage);
  if (carried >= mean) {
    throw new CalcError(
      "#N/A",
      `no cap is needed: the price carries ${carried} units and the mean is ${mean}`,
    );
  }
  let cap = carried;
  for (let step = 0; step < MOST_STEPS; step++) {
    const missing = carried - lognormalCapped(usage, cap);
    const next = cap + missing / lognormalProbabilityOver(usage, cap);
    if (next <= cap || !Number.isFinite(next)) break;
    cap = next;
  }
  return cap;
}
