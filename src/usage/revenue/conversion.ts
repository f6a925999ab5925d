import { CalcError } from "../../calc";
import { parseDecimal, scaled } from "../values/decimal";

/** What a unit of each other currency is worth in the currency of the report, as the user says. */
export type Rates = Readonly<Record<string, number>>;

const PLACES = 12;

function exactRate(currency: string, rate: number): bigint {
  const decimal = rate > 0 && Number.isFinite(rate) ? parseDecimal(String(rate)) : null;
  const exact = decimal && scaled(decimal, PLACES);
  if (!exact) {
    throw new CalcError("#NUM!", `the rate of ${currency} must be above 0, got ${rate}`);
  }
  return exact;
}

/**
 * Turns billionths of a currency into billionths of the currency of the report, halves rounded
 * away from zero; null for a currency without a rate.
 *
 * @throws CalcError `#NUM!` for a rate that is not above 0
 */
export function converter(
  currency: string,
  rates: Rates,
): (nano: bigint, from: string) => bigint | null {
  const exact = new Map(Object.entries(rates).map(([from, rate]) => [from, exactRate(from, rate)]));
  return (nano, from) => {
    if (from === currency) return nano;
    const rate = exact.get(from);
    if (rate === undefined) return null;
    return scaled({ digits: nano * rate, scale: PLACES }, 0);
  };
}
