import * as calc from "../calc";
import { define } from "./define";
import { type Guard, guard, literal } from "./native";
import { number, optionalUnlessGiven } from "./parameter";

/** What a blended gross margin is called: "Negative", "Flagged", "Below healthy", "Healthy" or "SaaS-like".
 * @customfunction MARGINBAND
 * @helpurl https://localhost:3000/help/marginband.html
 * @param margin Blended gross margin of a company, segment, tariff or month (a fraction of revenue).
 * @param flagBelow Margins below this are "Flagged" (a fraction of revenue); 0.4 if omitted, blank or 0.
 * @param healthyFrom Margins from here are "Healthy" (a fraction of revenue); 0.55 if omitted, blank or 0.
 * @param saasFrom Margins from here are "SaaS-like" (a fraction of revenue); 0.75 if omitted, blank or 0.
 * @returns The band's name. Lower bounds are inclusive: 40% is not flagged. */
export function marginBand(
  margin: unknown[][],
  flagBelow?: unknown[][],
  healthyFrom?: unknown[][],
  saasFrom?: unknown[][],
): unknown[][] {
  return MARGINBAND.spill(margin, flagBelow, healthyFrom, saasFrom);
}

/** Added to the margin, and not compared with: Univer misjudges comparisons with so small a literal. */
const SLACK = "1E-9";

/** The band of a margin as a native formula; limits are expressions too. */
export function nativeBand(
  margin: string,
  flagBelow: string,
  healthyFrom: string,
  saasFrom: string,
): string {
  return (
    `IF(${margin}+${SLACK}<0,"Negative",IF(${margin}+${SLACK}<${flagBelow},"Flagged",` +
    `IF(${margin}+${SLACK}<${healthyFrom},"Below healthy",` +
    `IF(${margin}+${SLACK}<${saasFrom},"Healthy","SaaS-like"))))`
  );
}

/** That one limit is not below another; nothing to ask where both are numbers in order. */
function notBelow(upper: string, lower: string): Guard[] {
  const [from, to] = [literal(lower), literal(upper)];
  const isInOrder = from !== undefined && to !== undefined && from <= to;
  return isInOrder ? [] : [guard(`${upper}<${lower}`, "#VALUE!")];
}

export const MARGINBAND = define({
  calc: calc.marginBand,
  params: [
    number("margin"),
    optionalUnlessGiven(number("flagBelow", calc.BAND_LIMIT), "0.4"),
    optionalUnlessGiven(number("healthyFrom", calc.BAND_LIMIT), "0.55"),
    optionalUnlessGiven(number("saasFrom", calc.BAND_LIMIT), "0.75"),
  ],
  native: nativeBand,
  demands: (_margin, flagBelow, healthyFrom, saasFrom) => [
    ...notBelow(healthyFrom, flagBelow),
    ...notBelow(saasFrom, healthyFrom),
  ],
  examples: [
    { it: "calls 60% healthy", args: [0.6], gives: "Healthy" },
    { it: "does not flag 40%", args: [0.4], gives: "Below healthy" },
    { it: "flags what lies below 40%", args: [0.399], gives: "Flagged" },
    { it: "calls 75% SaaS-like", args: [0.75], gives: "SaaS-like" },
    { it: "calls a loss negative", args: [-0.01], gives: "Negative" },
    { it: "takes limits of your own", args: [0.6, 0.5, 0.65, 0.8], gives: "Below healthy" },
    { it: "refuses limits out of order", args: [0.6, 0.5, 0.3], fails: "#VALUE!" },
  ],
  formula:
    "margin < 0: Negative; < flagBelow: Flagged; < healthyFrom: Below healthy; < saasFrom: Healthy; else SaaS-like",
  source:
    "SaaS at 75-85%, AI at 55-70% at maturity, flagged below 40%; the names between are AIM's.",
});
