import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { number, optional } from "./parameter";

/** Cost of a successful task, failed ones included.
 * @customfunction COSTPERSUCCESS
 * @helpurl https://localhost:3000/help/costpersuccess.html
 * @param costPerAttempt Cost of a task, successful or not (currency).
 * @param successRate Share of tasks that succeed (0 to 1).
 * @param failureCost What a failed task costs the business (currency); 0 if omitted, and for an accounting margin.
 * @returns Cost per successful task (currency). */
export function costPerSuccess(
  costPerAttempt: unknown[][],
  successRate: unknown[][],
  failureCost?: unknown[][],
): unknown[][] {
  return COSTPERSUCCESS.spill(costPerAttempt, successRate, failureCost);
}

export const COSTPERSUCCESS = define({
  calc: calc.costPerSuccess,
  params: [
    number("costPerAttempt"),
    number("successRate", calc.SHARE),
    optional(number("failureCost", calc.FROM_ZERO), "0"),
  ],
  native: (costPerAttempt, successRate, failureCost) =>
    literal(failureCost) === 0
      ? `${costPerAttempt}/${successRate}`
      : `(${costPerAttempt}+(1-${successRate})*${failureCost})/${successRate}`,
  examples: [
    { it: "is 0.50 where 60% of tasks of 0.30 succeed", args: [0.3, 0.6], gives: 0.5 },
    {
      // (0.3 + 0.25 x 2) / 0.75
      it: "bears what failures cost the business",
      args: [0.3, 0.75, 2],
      gives: 1.0666666666666667,
    },
    { it: "is the cost of an attempt where all succeed", args: [0.3, 1, 2], gives: 0.3 },
    { it: "is undefined without success", args: [0.3, 0], fails: "#DIV/0!" },
    { it: "refuses a rate above 1", args: [0.3, 1.1], fails: "#NUM!" },
  ],
  formula: "(costPerAttempt + (1 − successRate) × failureCost) ÷ successRate",
  source: "Expected cost over expected successes.",
});
