import { check, finite, FROM_ZERO, SHARE } from "./domain";

/**
 * What a payment provider keeps of a charge: rate x charge + transactions x fixedFee; nothing
 * where nothing is charged.
 *
 * @param charge currency, 0 or more
 * @param rate share of the charge, 0 to 1
 * @param fixedFee currency per transaction, 0 or more
 * @param transactions in which the charge is collected, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: card fees as Stripe's.
 * @example paymentFee(100, 0.029, 0.3) // => 3.2
 */
export function paymentFee(
  charge: number,
  rate: number,
  fixedFee: number,
  transactions = 1,
): number {
  check("charge", charge, FROM_ZERO);
  check("rate", rate, SHARE);
  check("fixedFee", fixedFee, FROM_ZERO);
  check("transactions", transactions, FROM_ZERO);
  return charge === 0 ? 0 : finite(rate * charge + transactions * fixedFee);
}
