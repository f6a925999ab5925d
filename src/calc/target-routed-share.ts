import { leastShare } from "./least-share";
import { routedCost } from "./routed-cost";

/**
 * Least share of tasks on the small model at which routing brings the cost of a task down to a
 * target: (largeCost + routerCost - targetCost) / (largeCost - smallCost - judgeCost -
 * escalationRate x largeCost); 0 where none is needed.
 *
 * @param targetCost most that a task may cost (breakEvenUnitCost), currency
 * @param largeCost of a task on the large model, currency
 * @param smallCost of a task on the small model, currency
 * @param escalationRate share of tasks on the small model that go on to the large one, 0 to 1
 * @param routerCost of every task, currency, 0 or more
 * @param judgeCost of every task on the small model, currency, 0 or more
 * @returns a share of tasks, 0 to 1
 * @throws CalcError `#NUM!` where no share reaches the target, or outside these ranges
 * Source: routedCost = targetCost, solved for the share.
 * @example targetRoutedShare(0.051, 0.06, 0.006, 0.2, 0.0004, 0.0008) // => 0.22815…
 */
export function targetRoutedShare(
  targetCost: number,
  largeCost: number,
  smallCost: number,
  escalationRate = 0,
  routerCost = 0,
  judgeCost = 0,
): number {
  const costAt = (share: number) =>
    routedCost(largeCost, smallCost, share, escalationRate, routerCost, judgeCost);
  return leastShare(targetCost, costAt(0), costAt(1), "routed share");
}
