import { ABOVE_MINUS_ONE, check, finite } from "./domain";

/**
 * Gross margin after a change of price at unchanged usage and cost:
 * 1 - (1 - margin) / (1 + priceChange).
 *
 * @param margin gross margin before, a fraction of revenue, at most 1
 * @param priceChange change of price as a fraction, above -1
 * @returns a fraction of revenue
 * @throws CalcError `#NUM!` outside these ranges
 * @example repricedMargin(0.6, 0.1) // => 0.63636…
 */
export function repricedMargin(margin: number, priceChange: number): number {
  check("margin", margin, { to: 1 });
  check("priceChange", priceChange, ABOVE_MINUS_ONE);
  return finite(1 - (1 - margin) / (1 + priceChange));
}
