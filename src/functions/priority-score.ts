import * as calc from "../calc";
import { define } from "./define";
import { number } from "./parameter";

/** What a project brings per unit of effort, so that projects can be ranked.
 * @customfunction PRIORITYSCORE
 * @helpurl https://localhost:3000/help/priorityscore.html
 * @param annualGain Gain in gross profit (currency per year).
 * @param confidence Share of the gain to count on (0 to 1).
 * @param effort Number of weeks, people or currency, the same measure for all projects, above 0.
 * @returns Currency per unit of effort. */
export function priorityScore(
  annualGain: unknown[][],
  confidence: unknown[][],
  effort: unknown[][],
): unknown[][] {
  return PRIORITYSCORE.spill(annualGain, confidence, effort);
}

export const PRIORITYSCORE = define({
  calc: calc.priorityScore,
  params: [
    number("annualGain"),
    number("confidence", calc.SHARE),
    number("effort", calc.FROM_ZERO),
  ],
  native: (annualGain, confidence, effort) => `${annualGain}*${confidence}/${effort}`,
  examples: [
    { it: "is 24,000 a week for 80% of 120,000 in four", args: [120000, 0.8, 4], gives: 24000 },
    { it: "is 0 where nothing is sure", args: [120000, 0, 4], gives: 0 },
    { it: "is undefined without effort", args: [120000, 0.8, 0], fails: "#DIV/0!" },
    { it: "refuses a confidence above 1", args: [120000, 1.2, 4], fails: "#NUM!" },
  ],
  formula: "annualGain × confidence ÷ effort",
  source: "Reinertsen's cost of delay divided by duration, with the gain in dollars.",
});
