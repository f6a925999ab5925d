import { CalcError } from "./calc-error";
import { ABOVE_MINUS_ONE, check, ratio, SHARE } from "./domain";

/**
 * Share of customers that a price increase may lose before gross profit falls:
 * priceChange / (margin + priceChange). For a price cut it is negative: the share to be won.
 *
 * @param margin gross margin before the change, 0 to 1
 * @param priceChange change of price as a fraction, above -1
 * @returns a fraction of customers
 * @throws CalcError `#DIV/0!` where margin and change cancel, `#NUM!` outside these ranges or
 *   where the cut leaves no profit on any customer
 * Source: break-even sales change (Nagle, The Strategy and Tactics of Pricing).
 * @example breakEvenChurn(0.4, 0.1) // => 0.2
 */
export function breakEvenChurn(margin: number, priceChange: number): number {
  check("margin", margin, SHARE);
  check("priceChange", priceChange, ABOVE_MINUS_ONE);
  const left = margin + priceChange;
  if (left < 0) {
    throw new CalcError(
      "#NUM!",
      `a price change of ${priceChange} takes more than the margin of ${margin}: no number of customers makes up for it`,
    );
  }
  return ratio(priceChange, left, "margin and priceChange leave no profit on a customer");
}
