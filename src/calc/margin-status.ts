import { ANY, BELOW_ONE, check } from "./domain";

/** How one customer or percentile stands to the target margin. */
export type MarginStatus = "Loss" | "Below target" | "At target";

/** Slack in comparing: (0.3 - 0.135) / 0.3 is 0.5499999999999999 in doubles, and 55% is at 55%. */
export const MARGIN_EPSILON = 1e-9;

/**
 * How the margin of one customer or percentile stands to a target: "Loss" below 0, even where
 * the target lies lower still, "Below target", or "At target", which includes its bound and all
 * above. Blended margins have a band instead.
 *
 * @param margin a fraction of revenue
 * @param targetMargin a fraction of revenue, below 1; it may be negative
 * @throws CalcError `#NUM!` outside these ranges
 * @example marginStatus(0.6, 0.6) // => "At target"
 */
export function marginStatus(margin: number, targetMargin: number): MarginStatus {
  check("margin", margin, ANY);
  check("targetMargin", targetMargin, BELOW_ONE);
  if (margin + MARGIN_EPSILON < 0) return "Loss";
  return margin + MARGIN_EPSILON < targetMargin ? "Below target" : "At target";
}
