import { ANY, check, finite } from "./domain";
import { grossMargin } from "./gross-margin";

/**
 * Share of revenue left after all cost that varies with it, and no fixed cost:
 * (revenue - variableCogs - otherVariableCosts) / revenue.
 *
 * @param revenue revenue of the period, currency, 0 or more
 * @param variableCogs the part of cost to serve that varies with usage, currency
 * @param otherVariableCosts variable cost outside it, such as payment fees and commission, currency
 * @returns a fraction of revenue
 * @throws CalcError `#DIV/0!` at revenue 0, `#NUM!` below
 * Source: contribution margin of cost accounting.
 * @example contributionMargin(100, 30, 13) // => 0.57
 */
export function contributionMargin(
  revenue: number,
  variableCogs: number,
  otherVariableCosts = 0,
): number {
  check("variableCogs", variableCogs, ANY);
  check("otherVariableCosts", otherVariableCosts, ANY);
  return grossMargin(revenue, finite(variableCogs + otherVariableCosts));
}
