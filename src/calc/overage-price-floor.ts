import { ABOVE_ZERO, check, finite, FROM_ZERO } from "./domain";
import { priceFloor } from "./price-floor";

/**
 * Least price of a unit beyond the included ones that brings a hybrid tariff to the target
 * margin: (cogs / (1 - targetMargin) - baseFee) / unitsOver. A base fee that reaches the target
 * by itself needs no overage: 0.
 *
 * @param cogs mean cost to serve, currency per customer and month
 * @param targetMargin fraction of revenue, below 1
 * @param baseFee base fee, currency per customer and month, 0 or more
 * @param unitsOver mean units beyond the included ones, per customer and month, above 0
 * @returns currency per unit
 * @throws CalcError `#NUM!` outside these ranges
 * @example overagePriceFloor(56, 0.6, 100, 200) // => 0.2
 */
export function overagePriceFloor(
  cogs: number,
  targetMargin: number,
  baseFee: number,
  unitsOver: number,
): number {
  check("baseFee", baseFee, FROM_ZERO);
  check("unitsOver", unitsOver, ABOVE_ZERO);
  return finite(Math.max(0, priceFloor(cogs, targetMargin) - baseFee) / unitsOver);
}
