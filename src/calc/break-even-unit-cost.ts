import { CalcError } from "./calc-error";
import { ANY, BELOW_ONE, check, FROM_ZERO, ratio } from "./domain";

/**
 * Most that a unit may cost for a price to reach the target margin:
 * (price x (1 - targetMargin) - fixedCost) / usage. At target 0 it is the break-even unit cost.
 *
 * @param price revenue per customer and month, currency, 0 or more
 * @param usage units per customer and month, 0 or more
 * @param fixedCost cost per customer and month whatever the usage, currency
 * @param targetMargin fraction of revenue, below 1; it may be negative
 * @returns currency per unit
 * @throws CalcError `#DIV/0!` without usage, `#NUM!` outside these ranges or where the fixed cost
 *   alone misses the target
 * @example breakEvenUnitCost(99, 600, 9, 0.6) // => 0.051
 */
export function breakEvenUnitCost(
  price: number,
  usage: number,
  fixedCost = 0,
  targetMargin = 0,
): number {
  check("price", price, FROM_ZERO);
  check("usage", usage, FROM_ZERO);
  check("fixedCost", fixedCost, ANY);
  check("targetMargin", targetMargin, BELOW_ONE);
  const left = price * (1 - targetMargin) - fixedCost;
  const unitCost = ratio(left, usage, "usage is 0, so a unit may cost anything");
  if (left < 0) {
    throw new CalcError(
      "#NUM!",
      `price ${price} at a target margin of ${targetMargin} does not cover the fixed cost of ${fixedCost}`,
    );
  }
  return unitCost;
}
