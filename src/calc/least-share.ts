import { CalcError } from "./calc-error";
import { ANY, check } from "./domain";

/**
 * Least share at which (1 - share) x costAtNone + share x costAtAll comes down to a target; 0
 * where it is there already.
 *
 * @param what the share is of, for the message
 * @throws CalcError `#NUM!` where even a share of 1 does not reach the target
 */
export function leastShare(
  targetCost: number,
  costAtNone: number,
  costAtAll: number,
  what: string,
): number {
  check("targetCost", targetCost, ANY);
  const missing = costAtNone - targetCost;
  if (missing <= 0) return 0;
  const saved = costAtNone - costAtAll;
  if (missing > saved) {
    throw new CalcError(
      "#NUM!",
      `no ${what} reaches a cost of ${targetCost}: it is ${costAtNone} at 0% and ${costAtAll} at 100%`,
    );
  }
  return missing / saved;
}
