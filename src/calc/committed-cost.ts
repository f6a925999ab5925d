import { check, FROM_ZERO, SHARE } from "./domain";

/**
 * Cost of a provider under a committed spend with a discount:
 * MAX(commitment, listCost x (1 - discount)).
 *
 * It is cheaper than list only where the list cost exceeds the commitment: that is its
 * break-even, whatever the discount.
 *
 * @param listCost usage of the period at list price, currency, 0 or more
 * @param commitment least due in the period, currency, 0 or more
 * @param discount share taken off list prices, 0 to 1
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * @example committedCost(1500, 1000, 0.2) // => 1200
 */
export function committedCost(listCost: number, commitment: number, discount: number): number {
  check("listCost", listCost, FROM_ZERO);
  check("commitment", commitment, FROM_ZERO);
  check("discount", discount, SHARE);
  return Math.max(commitment, listCost * (1 - discount));
}
