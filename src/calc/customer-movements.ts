import { check, finite, FROM_ZERO, MONTHS, SHARE } from "./domain";

/** Customers through one month: opening + gained - lost = closing. */
export interface CustomerMovement {
  /** Counted from 1. */
  readonly month: number;
  readonly opening: number;
  readonly gained: number;
  readonly lost: number;
  readonly closing: number;
}

/**
 * Customers month by month: churn takes a share of the opening ones, new ones come on top.
 *
 * Closed form after t months: new / churn + (opening - new / churn) x (1 - churn)^t.
 *
 * @param months how many, 1 to 600, whole
 * @param opening customers at the start, 0 or more
 * @param newPerMonth customers gained per month, 0 or more
 * @param churn share of the opening customers lost per month, 0 to 1
 * @returns one entry per month, each opening with the closing number of the one before
 * @throws CalcError `#NUM!` outside these ranges
 * @example customerMovements(1, 1000, 50, 0.03) // => lost 30, closing 1020
 */
export function customerMovements(
  months: number,
  opening: number,
  newPerMonth = 0,
  churn = 0,
): CustomerMovement[] {
  check("months", months, MONTHS);
  check("customers", opening, FROM_ZERO);
  check("newPerMonth", newPerMonth, FROM_ZERO);
  check("churn", churn, SHARE);
  let customers = opening;
  return Array.from({ length: months }, (_, i) => {
    const lost = customers * churn;
    const closing = finite(customers - lost + newPerMonth);
    const movement = { month: i + 1, opening: customers, gained: newPerMonth, lost, closing };
    customers = closing;
    return movement;
  });
}
