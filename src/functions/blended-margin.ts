import * as calc from "../calc";
import { define } from "./define";
import { guard } from "./native";
import { list } from "./parameter";

/** Gross margin over all customers: the sum of gross profit over the sum of revenue, never the mean of ratios.
 * @customfunction BLENDEDMARGIN
 * @helpurl https://localhost:3000/help/blendedmargin.html
 * @param revenues Revenue of each customer (currency); one row or column.
 * @param cogs Cost to serve each customer (currency), in the same order; those without revenue count too.
 * @returns Gross margin, a fraction of revenue. */
export function blendedMargin(revenues: unknown[][], cogs: unknown[][]): unknown[][] {
  return BLENDEDMARGIN.spill(revenues, cogs);
}

export const BLENDEDMARGIN = define({
  calc: calc.blendedMargin,
  params: [list("revenues"), list("cogs")],
  native: (revenues, cogs) => `1-(${cogs.join("+")})/(${revenues.join("+")})`,
  demands: (revenues, cogs) =>
    revenues.length === cogs.length
      ? [guard(`${revenues.join("+")}<0`, "#NUM!")]
      : [guard("TRUE", "#VALUE!")],
  examples: [
    {
      // 1 - (20 + 700) / (100 + 1000) = 38/110; the mean of 80% and 30% would be 55%.
      it: "weighs a large customer by its revenue",
      args: [
        [100, 1000],
        [20, 700],
      ],
      gives: 0.34545454545454546,
    },
    {
      // 1 - (80 + 54) / 300
      it: "counts users who pay nothing with their cost",
      args: [
        [300, null],
        [80, 54],
      ],
      gives: 0.5533333333333333,
    },
    {
      it: "is undefined where nobody pays",
      args: [
        [0, 0],
        [20, 5],
      ],
      fails: "#DIV/0!",
    },
    { it: "refuses lists of unequal length", args: [[100, 1000], [20]], fails: "#VALUE!" },
  ],
  formula: "1 − sum of cogs ÷ sum of revenues",
  source: "Gross margin as in US GAAP income statements, over a portfolio.",
});
