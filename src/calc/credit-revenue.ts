import { CalcError } from "./calc-error";
import { ABOVE_ZERO, check, finite, FROM_ZERO } from "./domain";

/**
 * Revenue recognised so far from prepaid credits, where a share is expected never to be used
 * (breakage), in proportion to use: cash x used / (credits x (1 - breakage)), all of it once the
 * credits expected to be used are. The estimate of breakage must be supportable.
 *
 * @param cash received for the credits, currency, 0 or more
 * @param credits sold, above 0
 * @param breakage share expected to stay unused, from 0, below 1
 * @param used credits used so far, 0 to credits
 * @returns currency, at most cash
 * @throws CalcError `#NUM!` outside these ranges
 * Source: ASC 606-10-55-46 to 49, proportional method.
 * @example creditRevenue(1000, 1000, 0.1, 90) // => 100
 */
export function creditRevenue(
  cash: number,
  credits: number,
  breakage: number,
  used: number,
): number {
  check("cash", cash, FROM_ZERO);
  check("credits", credits, ABOVE_ZERO);
  check("breakage", breakage, { from: 0, below: 1 });
  check("used", used, FROM_ZERO);
  if (used > credits) {
    throw new CalcError("#NUM!", `used must be at most the ${credits} credits sold, got ${used}`);
  }
  return finite(cash * Math.min(1, used / (credits * (1 - breakage))));
}
