import { checkTiers } from "./check-tiers";
import { check, finite, FROM_ZERO } from "./domain";
import { tierOf } from "./tier-of";

/** What one tier contributes to a graduated charge. */
export interface TierAmount {
  /** Units up to here belong to the tiers below. */
  readonly above: number;
  /** Last unit of the tier; Infinity where it stands open. */
  readonly upTo: number;
  /** Units used within the tier. */
  readonly units: number;
  /** The tier's flat fee if it was entered, else 0; currency. */
  readonly flatFee: number;
  /** Flat fee and units together, currency. */
  readonly amount: number;
}

/**
 * The lines of a graduated charge, one per tier: units within it x its price + its flat fee once
 * it is entered (units above its lower bound). The amounts add up to graduatedCharge.
 *
 * @param units usage of the month, 0 or more
 * @param upTo inclusive upper bounds, units, ascending; Infinity as the last: "and above"
 * @param unitPrices price of a unit in each tier, currency, 0 or more
 * @param flatFees due once a tier is entered, currency, 0 or more
 * @returns a line for each tier, those not reached too
 * @throws CalcError `#NUM!` for negative entries or units above a last bound that is not open,
 *   `#VALUE!` for lists of unequal length or bounds out of order
 * Source: Stripe's graduated tiers, Lago's graduated amount details.
 * @example tierAmounts(6, [5, Infinity], [7, 6.5]) // => amounts 35 and 6.5
 */
export function tierAmounts(
  units: number,
  upTo: readonly number[],
  unitPrices: readonly number[],
  flatFees: readonly number[] = [],
): TierAmount[] {
  check("units", units, FROM_ZERO);
  checkTiers(upTo, unitPrices, flatFees);
  tierOf(units, upTo);
  return upTo.map((bound, i) => {
    const above = upTo[i - 1] ?? 0;
    const within = Math.max(0, Math.min(units, bound) - above);
    const flatFee = units > above ? (flatFees[i] ?? 0) : 0;
    const amount = finite(within * (unitPrices[i] ?? 0) + flatFee);
    return { above, upTo: bound, units: within, flatFee, amount };
  });
}
