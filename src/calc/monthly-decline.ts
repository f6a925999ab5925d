import { BELOW_ONE, check, finite } from "./domain";

/**
 * The decline per month that compounds to a decline per year: 1 - (1 - annual)^(1/12).
 *
 * @param annual decline per year as a fraction, below 1; negative is a rise
 * @returns decline per month as a fraction
 * @throws CalcError `#NUM!` outside this range
 * @example monthlyDecline(0.9) // => 0.1745…
 */
export function monthlyDecline(annual: number): number {
  check("annual", annual, BELOW_ONE);
  return finite(1 - (1 - annual) ** (1 / 12));
}
