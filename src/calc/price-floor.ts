import { CalcError } from "./calc-error";
import { ANY, BELOW_ONE, check, finite, FROM_ZERO, SHARE, type Domain } from "./domain";

/** Less room than this is none: 1 - 0.7 - 0.3 is 5.6e-17 in doubles. */
const NO_ROOM = 1e-12;

/** A discount below 100%. */
export const DISCOUNT: Domain = { from: 0, below: 1 };

/**
 * Least list price that keeps the target margin after discount and payment fees:
 * (cogs + paymentFee) / ((1 - targetMargin - paymentRate) x (1 - discount)).
 *
 * With the cost at a percentile of usage it is that customer's floor, with the mean cost the
 * portfolio's, with the cost of a unit the floor of a metered price.
 *
 * @param cogs cost to serve, currency
 * @param targetMargin fraction of revenue, below 1; it may be negative
 * @param paymentRate payment fee as a share of the price, 0 to 1
 * @param paymentFee payment fee per charge, currency, 0 or more
 * @param discount share taken off the list price, from 0, below 1
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges, or where target and payment rate leave nothing
 * @example priceFloor(33, 0.6) // => 82.5
 */
export function priceFloor(
  cogs: number,
  targetMargin: number,
  paymentRate = 0,
  paymentFee = 0,
  discount = 0,
): number {
  check("cogs", cogs, ANY);
  check("targetMargin", targetMargin, BELOW_ONE);
  check("paymentRate", paymentRate, SHARE);
  check("paymentFee", paymentFee, FROM_ZERO);
  check("discount", discount, DISCOUNT);
  const room = 1 - targetMargin - paymentRate;
  if (room < NO_ROOM) {
    throw new CalcError(
      "#NUM!",
      `targetMargin and paymentRate must leave a part of the price for cost, got ${targetMargin} and ${paymentRate}`,
    );
  }
  return finite((cogs + paymentFee) / (room * (1 - discount)));
}
