import * as calc from "../calc";
import { define } from "./define";
import { number } from "./parameter";

/** Share of revenue left after the cost of serving it.
 * @customfunction GROSSMARGIN
 * @helpurl https://localhost:3000/help/grossmargin.html
 * @param revenue Revenue of the period (currency).
 * @param cogs Cost to serve in the same period (currency). A blank counts as 0, so test with COUNTBLANK first.
 * @returns Gross margin, a fraction of revenue. */
export function grossMargin(revenue: unknown[][], cogs: unknown[][]): unknown[][] {
  return GROSSMARGIN.spill(revenue, cogs);
}

export const GROSSMARGIN = define({
  calc: calc.grossMargin,
  params: [number("revenue", calc.FROM_ZERO), number("cogs")],
  native: (revenue, cogs) => `(${revenue}-${cogs})/${revenue}`,
  examples: [
    { it: "keeps 60 cents of a dollar that costs 40", args: [1, 0.4], gives: 0.6 },
    { it: "is negative where cost exceeds revenue", args: [100, 130], gives: -0.3 },
    { it: "is undefined without revenue", args: [0, 5], fails: "#DIV/0!" },
    { it: "does not exist for a credit-note month", args: [-1, 5], fails: "#NUM!" },
  ],
  formula: "(revenue − cogs) ÷ revenue",
  source: "Gross margin as in US GAAP income statements; COGS by the workbook's policy table.",
});
