import { CalcError } from "./calc-error";
import { checkEach, FROM_ZERO } from "./domain";
import { checkSameLength } from "./check-same-length";

/**
 * Throws where lists do not make a table of tiers: each has one entry per tier, upper bounds
 * ascend strictly from 0, and only the last may be Infinity ("and above").
 *
 * @param upTo inclusive upper bounds, units
 * @param unitPrices price of a unit in each tier, currency, 0 or more
 * @param flatFees due once a tier is entered, currency, 0 or more; no entries: no fees
 * @throws CalcError `#NUM!` for a price or fee below 0, `#VALUE!` for lists of unequal length or
 *   bounds out of order
 */
export function checkTiers(
  upTo: readonly number[],
  unitPrices: readonly number[],
  flatFees: readonly number[],
): void {
  checkEach("unitPrices", unitPrices, FROM_ZERO);
  checkEach("flatFees", flatFees, FROM_ZERO);
  checkSameLength("upTo", upTo, "unitPrices", unitPrices);
  if (flatFees.length > 0) checkSameLength("upTo", upTo, "flatFees", flatFees);
  for (const [i, bound] of upTo.entries()) {
    const below = upTo[i - 1] ?? 0;
    if (bound > below) continue;
    const before = i === 0 ? "0" : `entry ${i} (${below})`;
    throw new CalcError(
      "#VALUE!",
      `upTo must ascend strictly: entry ${i + 1} (${bound}) is not above ${before}`,
    );
  }
}
