import { CalcError } from "./calc-error";
import { ANY, check, type Domain } from "./domain";

/** What a blended gross margin is called. */
export type MarginBand = "Negative" | "Flagged" | "Below healthy" | "Healthy" | "SaaS-like";

/** Where a limit between bands may lie. */
export const BAND_LIMIT: Domain = { above: 0, to: 1 };

/** Slack in comparing: (0.09 - 0.054) / 0.09 is 0.39999999999999997 in doubles, and 40% is not flagged. */
const EPSILON = 1e-9;

/**
 * The band that a blended gross margin lies in. Lower bounds are inclusive: 40% is not flagged.
 *
 * For companies, segments, tariffs and months; one customer or percentile is compared with a
 * target instead.
 *
 * @param margin a fraction of revenue
 * @param flagBelow margins from 0 to below this are "Flagged", above 0, at most 1
 * @param healthyFrom margins from here are "Healthy", not below flagBelow, at most 1
 * @param saasFrom margins from here are "SaaS-like", not below healthyFrom, at most 1
 * @returns the band; below 0 is "Negative", between flagBelow and healthyFrom "Below healthy"
 * @throws CalcError `#NUM!` outside these ranges, `#VALUE!` for limits out of order
 * Source: bands of AI and SaaS gross margins (flagged below 40%, AI 55-70% at maturity, SaaS
 *   75-85%); the names between are this add-in's.
 * @example marginBand(0.6) // => "Healthy"
 */
export function marginBand(
  margin: number,
  flagBelow = 0.4,
  healthyFrom = 0.55,
  saasFrom = 0.75,
): MarginBand {
  check("margin", margin, ANY);
  check("flagBelow", flagBelow, BAND_LIMIT);
  check("healthyFrom", healthyFrom, BAND_LIMIT);
  check("saasFrom", saasFrom, BAND_LIMIT);
  if (healthyFrom < flagBelow || saasFrom < healthyFrom) {
    throw new CalcError(
      "#VALUE!",
      `limits must not descend: flagBelow ${flagBelow}, healthyFrom ${healthyFrom}, saasFrom ${saasFrom}`,
    );
  }
  const reaches = (limit: number) => margin >= limit - EPSILON;
  if (!reaches(0)) return "Negative";
  if (!reaches(flagBelow)) return "Flagged";
  if (!reaches(healthyFrom)) return "Below healthy";
  return reaches(saasFrom) ? "SaaS-like" : "Healthy";
}
