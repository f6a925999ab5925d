import { CalcError } from "./calc-error";
import { ABOVE_MINUS_ONE, BELOW_ONE, check, FROM_ZERO } from "./domain";

/** Cost that grows less than this per month does not grow: 1.1 / 1.1 need not be 1 in doubles. */
const NO_GROWTH = 1e-12;

/**
 * Months elapsed until the margin of a flat fee has fallen to a threshold:
 * LN((1 - threshold) / cogsShare) / LN(K), where K = (1 + usageGrowth) x (1 - costDecline) /
 * (1 + priceGrowth) is the growth of usage-driven cost against revenue. In a forecast whose
 * month 1 is today, the row is ROUNDUP of it + 1.
 *
 * @param cogsShare usage-driven cost as a share of revenue today, 0 or more
 * @param marginThreshold a fraction of revenue, below 1; it may be negative
 * @param usageGrowth growth of usage per month, above -1
 * @param costDecline decline of the unit cost per month, below 1; it may be negative
 * @param priceGrowth growth of the price per month, above -1
 * @returns months, fractional; 0 where the margin is there already
 * @throws CalcError `#N/A` where it never falls so far, `#NUM!` outside these ranges
 * @example crossingMonth(0.33, 0.4, 0.06, 0.02) // => 15.71…
 */
export function crossingMonth(
  cogsShare: number,
  marginThreshold: number,
  usageGrowth: number,
  costDecline: number,
  priceGrowth = 0,
): number {
  check("cogsShare", cogsShare, FROM_ZERO);
  check("marginThreshold", marginThreshold, BELOW_ONE);
  check("usageGrowth", usageGrowth, ABOVE_MINUS_ONE);
  check("costDecline", costDecline, BELOW_ONE);
  check("priceGrowth", priceGrowth, ABOVE_MINUS_ONE);
  const allowed = 1 - marginThreshold;
  if (cogsShare >= allowed) return 0;
  const growth = ((1 + usageGrowth) * (1 - costDecline)) / (1 + priceGrowth);
  if (cogsShare === 0 || growth <= 1 + NO_GROWTH) {
    throw new CalcError(
      "#N/A",
      `never falls to ${marginThreshold}: cost changes by a factor of ${growth} per month against revenue`,
    );
  }
  return Math.log(allowed / cogsShare) / Math.log(growth);
}
