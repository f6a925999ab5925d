import { type DecimalMark, parseDecimal, plainDecimal, scaled } from "./decimal";

/**
 * The unit in which a source states amounts. Minor units are a currency's smallest (cents; yen
 * have none), by ISO 4217 or by Stripe's own list.
 */
export type MoneyUnit =
  "units" | "hundredths" | "billionths" | "minor units" | "Stripe minor units";

const WITHOUT_MINOR = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(
  " ",
);
const THREE_PLACES = "BHD IQD JOD KWD LYD OMR TND".split(" ");
// Stripe states these unlike ISO 4217 does. Source: docs.stripe.com/currencies, zero-decimal.
const STRIPE_PLACES: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Decimal places of a currency's smallest unit: 2 for USD, 0 for JPY. Source: ISO 4217. */
export function minorPlaces(currency: string): number {
  if (WITHOUT_MINOR.includes(currency)) return 0;
  return THREE_PLACES.includes(currency) ? 3 : 2;
}

const POWERS = Array.from({ length: 10 }, (_, power) => 10 ** power);

function places(unit: MoneyUnit, currency: string): number {
  switch (unit) {
    case "units":
      return 0;
    case "hundredths":
      return 2;
    case "billionths":
      return 9;
    case "minor units":
      return minorPlaces(currency);
    case "Stripe minor units":
      return STRIPE_PLACES[currency] ?? minorPlaces(currency);
  }
}

/**
 * An amount in billionths of its currency, halves rounded away from zero; null if the text
 * states no number. "123.78912" hundredths are 1_237_891_200.
 */
export function parseMoney(
  text: string,
  unit: MoneyUnit,
  currency: string,
  mark: DecimalMark = ".",
): bigint | null {
  const power = 9 - places(unit, currency);
  const plain = plainDecimal(text, mark);
  if (plain && plain.scale <= power) {
    const amount = plain.digits * (POWERS[power - plain.scale] ?? NaN);
    if (Number.isSafeInteger(amount)) return BigInt(amount);
  }
  const decimal = parseDecimal(text, mark);
  return decimal && scaled(decimal, power);
}
