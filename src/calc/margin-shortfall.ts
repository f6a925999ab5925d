import { ANY, BELOW_ONE, check, finite, FROM_ZERO } from "./domain";

/**
 * Cost to take out at unchanged revenue to reach the target margin, at least 0:
 * MAX(0, targetMargin x revenue - (revenue - cogs)). The price increase that does the same is
 * this / (1 - targetMargin).
 *
 * It is defined without revenue, adds up over customers, and ranks them by money, not by ratio.
 *
 * @param revenue revenue of the period, currency, 0 or more
 * @param cogs cost to serve in the same period, currency
 * @param targetMargin fraction of revenue, below 1; it may be negative
 * @returns currency, 0 at or above the target
 * @throws CalcError `#NUM!` outside these ranges
 * @example marginShortfall(1000, 700, 0.6) // => 300
 */
export function marginShortfall(revenue: number, cogs: number, targetMargin: number): number {
  check("revenue", revenue, FROM_ZERO);
  check("cogs", cogs, ANY);
  check("targetMargin", targetMargin, BELOW_ONE);
  return Math.max(0, finite(targetMargin * revenue - (revenue - cogs)));
}
