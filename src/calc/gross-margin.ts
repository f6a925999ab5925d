import { ANY, check, finite, FROM_ZERO, ratio } from "./domain";

/**
 * Share of revenue left after the cost of serving it: (revenue - cogs) / revenue.
 *
 * Without revenue there is no margin (`#DIV/0!`, with or without cost); revenue below 0, a
 * credit-note month, is `#NUM!`. Negative cost, a vendor's credit, is allowed.
 *
 * @param revenue revenue of the period, currency, 0 or more
 * @param cogs cost to serve in the same period, currency
 * @returns a fraction of revenue, at most 1 unless cost is negative
 * @throws CalcError `#DIV/0!` at revenue 0, `#NUM!` below
 * @example grossMargin(1, 0.4) // => 0.6
 */
export function grossMargin(revenue: number, cogs: number): number {
  check("revenue", revenue, FROM_ZERO);
  check("cogs", cogs, ANY);
  return ratio(finite(revenue - cogs), revenue, "revenue is 0, so there is no margin");
}
