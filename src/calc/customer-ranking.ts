import { marginShortfall } from "./margin-shortfall";

/** Revenue and cost of a customer in a period, currency. */
export interface CustomerResult {
  readonly revenue: number;
  readonly cogs: number;
}

/** A customer's place in the ranking. */
export interface RankedCustomer {
  /** Position in the input, counted from 0. */
  readonly position: number;
  /** Cost to take out to reach the target, currency. */
  readonly shortfall: number;
}

/**
 * Customers by dollars to target, the most first: by money, not by ratio, so that a small
 * customer with a poor margin does not hide a large one. Ties: larger revenue first, then the
 * order of the input.
 *
 * @param customers revenue 0 or more and cost of each, currency
 * @param targetMargin fraction of revenue, below 1
 * @returns all customers, those without shortfall too; the shortfalls add up
 * @throws CalcError `#NUM!` outside these ranges
 * @example customerRanking([{ revenue: 100, cogs: 50 }, { revenue: 900, cogs: 450 }], 0.6) // => the second, then the first
 */
export function customerRanking(
  customers: readonly CustomerResult[],
  targetMargin: number,
): RankedCustomer[] {
  return customers
    .map(({ revenue, cogs }, position) => ({
      position,
      revenue,
      shortfall: marginShortfall(revenue, cogs, targetMargin),
    }))
    .sort((a, b) => b.shortfall - a.shortfall || b.revenue - a.revenue)
    .map(({ position, shortfall }) => ({ position, shortfall }));
}
