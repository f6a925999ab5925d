import * as calc from "../calc";
import { define } from "./define";
import { number } from "./parameter";

/** What a tariff per outcome bills: only attempts that succeed are charged.
 * @customfunction OUTCOMECHARGE
 * @helpurl https://localhost:3000/help/outcomecharge.html
 * @param attempts Number of attempts in the month.
 * @param successRate Share of attempts with the outcome (0 to 1).
 * @param pricePerOutcome Price of an outcome (currency).
 * @returns Charge of the month (currency). */
export function outcomeCharge(
  attempts: unknown[][],
  successRate: unknown[][],
  pricePerOutcome: unknown[][],
): unknown[][] {
  return OUTCOMECHARGE.spill(attempts, successRate, pricePerOutcome);
}

export const OUTCOMECHARGE = define({
  calc: calc.outcomeCharge,
  params: [
    number("attempts", calc.FROM_ZERO),
    number("successRate", calc.SHARE),
    number("pricePerOutcome", calc.FROM_ZERO),
  ],
  native: (attempts, successRate, pricePerOutcome) =>
    `${attempts}*${successRate}*${pricePerOutcome}`,
  examples: [
    { it: "bills 600 of 1,000 attempts", args: [1000, 0.6, 0.99], gives: 594 },
    { it: "bills every attempt where all succeed", args: [1000, 1, 0.99], gives: 990 },
    { it: "bills nothing where none succeeds", args: [1000, 0, 0.99], gives: 0 },
    { it: "refuses a rate above 1", args: [1000, 1.1, 0.99], fails: "#NUM!" },
  ],
  formula: "attempts × successRate × pricePerOutcome",
  source: "Pricing per resolution, as AI support agents are sold.",
});
