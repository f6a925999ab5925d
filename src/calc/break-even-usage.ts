import { CalcError } from "./calc-error";
import { ANY, BELOW_ONE, check, FROM_ZERO, ratio } from "./domain";

/**
 * Most usage that a flat price carries at the target margin:
 * (price x (1 - targetMargin) - fixedCost) / unitCost. At target 0 it is the break-even usage.
 *
 * @param price flat price, currency per customer and month, 0 or more
 * @param unitCost cost to serve a unit, currency, 0 or more
 * @param fixedCost cost per customer and month whatever the usage, currency
 * @param targetMargin fraction of revenue, below 1; it may be negative
 * @returns units per customer and month
 * @throws CalcError `#DIV/0!` at unit cost 0, `#NUM!` outside these ranges or where the fixed
 *   cost alone misses the target
 * @example breakEvenUsage(99, 0.06, 9, 0.6) // => 510
 */
export function breakEvenUsage(
  price: number,
  unitCost: number,
  fixedCost = 0,
  targetMargin = 0,
): number {
  check("price", price, FROM_ZERO);
  check("unitCost", unitCost, FROM_ZERO);
  check("fixedCost", fixedCost, ANY);
  check("targetMargin", targetMargin, BELOW_ONE);
  const left = price * (1 - targetMargin) - fixedCost;
  const usage = ratio(left, unitCost, "unitCost is 0, so usage has no limit");
  if (left < 0) {
    throw new CalcError(
      "#NUM!",
      `price ${price} at a target margin of ${targetMargin} does not cover the fixed cost of ${fixedCost}`,
    );
  }
  return usage;
}
