import { ABOVE_ZERO, check, finite, FROM_ZERO } from "./domain";

/**
 * What a credit tariff bills in a month: the fee, plus the credits used beyond those granted and
 * carried over.
 *
 * @param units usage of the month, 0 or more
 * @param grantedCredits credits that the fee brings, 0 or more
 * @param overagePrice price of a credit beyond them, currency, 0 or more
 * @param carriedOver credits left from earlier months, 0 or more
 * @param fee fee of the month, currency, 0 or more
 * @param creditsPerUnit credits that a unit of usage uses, above 0
 * @returns currency billed, which is not the revenue recognised
 * @throws CalcError `#NUM!` outside these ranges
 * Source: prepaid credits with overage as in Zuora's prepaid drawdown.
 * @example creditCharge(1200, 1000, 0.02, 50, 20) // => 23
 */
export function creditCharge(
  units: number,
  grantedCredits: number,
  overagePrice: number,
  carriedOver = 0,
  fee = 0,
  creditsPerUnit = 1,
): number {
  check("units", units, FROM_ZERO);
  check("grantedCredits", grantedCredits, FROM_ZERO);
  check("overagePrice", overagePrice, FROM_ZERO);
  check("carriedOver", carriedOver, FROM_ZERO);
  check("fee", fee, FROM_ZERO);
  check("creditsPerUnit", creditsPerUnit, ABOVE_ZERO);
  const beyond = Math.max(0, finite(units * creditsPerUnit) - grantedCredits - carriedOver);
  return finite(fee + beyond * overagePrice);
}
