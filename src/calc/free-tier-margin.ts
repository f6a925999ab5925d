import { ANY, check, finite } from "./domain";
import { grossMargin } from "./gross-margin";

/**
 * Gross margin with the users counted who pay nothing: (revenue - paidCogs - freeCogs) / revenue.
 *
 * @param revenue revenue of the period, all of it from paying customers, currency, 0 or more
 * @param paidCogs cost to serve paying customers, currency
 * @param freeCogs cost to serve free and trial users, currency
 * @returns a fraction of revenue
 * @throws CalcError `#DIV/0!` at revenue 0, `#NUM!` below
 * @example freeTierMargin(300, 80, 54) // => 0.5533333333333333
 */
export function freeTierMargin(revenue: number, paidCogs: number, freeCogs: number): number {
  check("paidCogs", paidCogs, ANY);
  check("freeCogs", freeCogs, ANY);
  return grossMargin(revenue, finite(paidCogs + freeCogs));
}
