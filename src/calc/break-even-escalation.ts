import { CalcError } from "./calc-error";
import { check, finite, FROM_ZERO, ratio, SHARE } from "./domain";

/**
 * Escalation rate from which routing costs more than the large model alone:
 * 1 - (smallCost + judgeCost + routerCost / smallShare) / largeCost.
 *
 * @param largeCost of a task on the large model, currency, 0 or more
 * @param smallCost of a task on the small model, currency, 0 or more
 * @param smallShare share of tasks sent to the small model first, 0 to 1
 * @param routerCost of every task, currency, 0 or more
 * @param judgeCost of every task on the small model, currency, 0 or more
 * @returns a share of the tasks on the small model, 0 to 1
 * @throws CalcError `#DIV/0!` at share 0 or large cost 0, `#NUM!` outside these ranges or where
 *   routing does not pay even without escalation
 * Source: routedCost = largeCost, solved for the escalation rate.
 * @example breakEvenEscalation(0.03, 0.004, 0.75, 0.0003, 0.0005) // => 0.8366…
 */
export function breakEvenEscalation(
  largeCost: number,
  smallCost: number,
  smallShare: number,
  routerCost = 0,
  judgeCost = 0,
): number {
  check("largeCost", largeCost, FROM_ZERO);
  check("smallCost", smallCost, FROM_ZERO);
  check("smallShare", smallShare, SHARE);
  check("routerCost", routerCost, FROM_ZERO);
  check("judgeCost", judgeCost, FROM_ZERO);
  const routerPerTask = ratio(routerCost, smallShare, "smallShare is 0, so nothing escalates");
  const viaSmall = finite(smallCost + judgeCost + routerPerTask);
  const rate = 1 - ratio(viaSmall, largeCost, "largeCost is 0, so routing saves nothing");
  if (rate < 0) {
    throw new CalcError(
      "#NUM!",
      `a task on the small model costs ${viaSmall} with router and judge, more than the ${largeCost} of the large one: routing does not pay even without escalation`,
    );
  }
  return rate;
}
