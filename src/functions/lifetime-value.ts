import * as calc from "../calc";
import { define } from "./define";
import { plus, timesOnePlus } from "./native-terms";
import { number, optional } from "./parameter";

/** Gross profit that a customer is expected to bring before leaving, the first month now.
 * @customfunction LIFETIMEVALUE
 * @helpurl https://localhost:3000/help/lifetimevalue.html
 * @param grossProfitPerMonth Gross profit of a customer (currency per month).
 * @param churn Share of customers lost per month (0 to 1).
 * @param discountRate Discount rate per month (a fraction, 0 to 1); 0 if omitted.
 * @returns Value of a customer (currency). */
export function lifetimeValue(
  grossProfitPerMonth: unknown[][],
  churn: unknown[][],
  discountRate?: unknown[][],
): unknown[][] {
  return LIFETIMEVALUE.spill(grossProfitPerMonth, churn, discountRate);
}

export const LIFETIMEVALUE = define({
  calc: calc.lifetimeValue,
  params: [
    number("grossProfitPerMonth"),
    number("churn", calc.SHARE),
    optional(number("discountRate", calc.SHARE), "0"),
  ],
  native: (grossProfitPerMonth, churn, discountRate) =>
    `${grossProfitPerMonth}${timesOnePlus(discountRate)}/(${churn}${plus(discountRate)})`,
  examples: [
    { it: "is 2,000 for 60 a month at 3% churn", args: [60, 0.03], gives: 2000 },
    // 60 x 1.01 / 0.04
    { it: "is less where later months are discounted", args: [60, 0.03, 0.01], gives: 1515 },
    { it: "is one month where everybody leaves after it", args: [60, 1], gives: 60 },
    { it: "has no bound without churn and discount", args: [60, 0], fails: "#DIV/0!" },
  ],
  formula: "grossProfitPerMonth × (1 + discountRate) ÷ (churn + discountRate)",
  source: "Customer lifetime value with constant retention (Gupta and Lehmann).",
});
