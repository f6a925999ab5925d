import { ANY, check, finite, FROM_ZERO, SHARE } from "./domain";

/**
 * Expected cost of a task where a router sends a share to a small model, and a judge escalates
 * some of those to the large one, so that both are paid: routerCost + smallShare x (smallCost +
 * judgeCost + escalationRate x largeCost) + (1 - smallShare) x largeCost. At share 1 it is a
 * cascade.
 *
 * @param largeCost of a task on the large model, currency
 * @param smallCost of a task on the small model, currency
 * @param smallShare share of tasks sent to the small model first, 0 to 1
 * @param escalationRate share of those that go on to the large one, 0 to 1
 * @param routerCost of every task, currency, 0 or more
 * @param judgeCost of every task on the small model, currency, 0 or more
 * @returns currency per task
 * @throws CalcError `#NUM!` outside these ranges
 * Source: model routing and cascades (RouteLLM, FrugalGPT).
 * @example routedCost(0.03, 0.004, 0.75, 0.15, 0.0003, 0.0005) // => 0.01455
 */
export function routedCost(
  largeCost: number,
  smallCost: number,
  smallShare: number,
  escalationRate = 0,
  routerCost = 0,
  judgeCost = 0,
): number {
  check("largeCost", largeCost, ANY);
  check("smallCost", smallCost, ANY);
  check("smallShare", smallShare, SHARE);
  check("escalationRate", escalationRate, SHARE);
  check("routerCost", routerCost, FROM_ZERO);
  check("judgeCost", judgeCost, FROM_ZERO);
  const viaSmall = smallCost + judgeCost + escalationRate * largeCost;
  return finite(routerCost + smallShare * viaSmall + (1 - smallShare) * largeCost);
}
