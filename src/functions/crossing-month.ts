import * as calc from "../calc";
import { define } from "./define";
import { guard, literal } from "./native";
import { timesOneMinus } from "./native-terms";
import { number, optional } from "./parameter";

/** Months until the margin of a flat fee has fallen to a threshold, as usage grows faster than cost declines.
 * @customfunction CROSSINGMONTH
 * @helpurl https://localhost:3000/help/crossingmonth.html
 * @param cogsShare Usage-driven cost today as a share of revenue.
 * @param marginThreshold Gross margin to fall to (a fraction of revenue, below 1).
 * @param usageGrowth Growth of usage per month (a fraction, above -1).
 * @param costDecline Decline of the unit cost per month (a fraction, below 1).
 * @param priceGrowth Growth of the price per month (a fraction, above -1); 0 if omitted.
 * @returns Months elapsed, fractional; 0 if it is there already, #N/A if never. A forecast's row is ROUNDUP of it + 1. */
export function crossingMonth(
  cogsShare: unknown[][],
  marginThreshold: unknown[][],
  usageGrowth: unknown[][],
  costDecline: unknown[][],
  priceGrowth?: unknown[][],
): unknown[][] {
  return CROSSINGMONTH.spill(cogsShare, marginThreshold, usageGrowth, costDecline, priceGrowth);
}

/** The monthly growth of usage-driven cost against revenue. */
function growth(usageGrowth: string, costDecline: string, priceGrowth: string): string {
  const cost = `(1+${usageGrowth})${timesOneMinus(costDecline)}`;
  return literal(priceGrowth) === 0 ? cost : `${cost}/(1+${priceGrowth})`;
}

export const CROSSINGMONTH = define({
  calc: calc.crossingMonth,
  params: [
    number("cogsShare", calc.FROM_ZERO),
    number("marginThreshold", calc.BELOW_ONE),
    number("usageGrowth", calc.ABOVE_MINUS_ONE),
    number("costDecline", calc.BELOW_ONE),
    optional(number("priceGrowth", calc.ABOVE_MINUS_ONE), "0"),
  ],
  native: (cogsShare, marginThreshold, ...rates) =>
    `IF(${cogsShare}>=1-${marginThreshold},0,` +
    `LN((1-${marginThreshold})/${cogsShare})/LN(${growth(...rates)}))`,
  demands: (cogsShare, marginThreshold, ...rates) => [
    guard(
      `AND(${cogsShare}<1-${marginThreshold},OR(${cogsShare}=0,${growth(...rates)}<=1.000000000001))`,
      "#N/A",
    ),
  ],
  examples: [
    {
      // ln(0.6 / 0.33) / ln(1.06 x 0.98) = 0.59783700075562 / 0.038066200806456
      it: "falls from 67% to 40% in 15.7 months",
      args: [0.33, 0.4, 0.06, 0.02],
      gives: 15.7051922201341,
    },
    { it: "is there already at the threshold", args: [0.6, 0.4, 0.06, 0.02], gives: 0 },
    {
      it: "never falls where cost declines as fast as usage grows",
      args: [0.33, 0.4, 0.25, 0.2],
      fails: "#N/A",
    },
    { it: "refuses a threshold of 100%", args: [0.33, 1, 0.06, 0.02], fails: "#NUM!" },
  ],
  formula:
    "LN((1 − marginThreshold) ÷ cogsShare) ÷ LN((1 + usageGrowth) × (1 − costDecline) ÷ (1 + priceGrowth))",
  source: "Compound growth solved for time.",
});
