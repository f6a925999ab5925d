import { check, FROM_ZERO, SHARE } from "./domain";
import { limitedCharge } from "./limited-charge";

/**
 * Usage less a percentage, then the minimum: MAX(minimum, amount x (1 - discount)). The discount
 * is on usage and never lowers the minimum; the other order would (900 against 800 for 1,000 at
 * 20% over a minimum of 900).
 *
 * @param amount usage at list price, currency, 0 or more
 * @param discount share taken off, 0 to 1
 * @param minimum least that is billed, currency, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: OpenMeter's order of discounts and minimum spend.
 * @example discountedCharge(1000, 0.2, 900) // => 900
 */
export function discountedCharge(amount: number, discount: number, minimum = 0): number {
  check("amount", amount, FROM_ZERO);
  check("discount", discount, SHARE);
  return limitedCharge(amount * (1 - discount), minimum);
}
