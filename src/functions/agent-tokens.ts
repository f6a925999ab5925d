import * as calc from "../calc";
import { define } from "./define";
import { nativeAgentTokens } from "./native-agent-loop";
import { number, optionalUnlessGiven } from "./parameter";

/** Input tokens that an agent loop sends in all, its history re-sent at each step.
 * @customfunction AGENTTOKENS
 * @helpurl https://localhost:3000/help/agenttokens.html
 * @param steps Number of steps, that is, calls of the model (whole).
 * @param basePrompt System prompt, tools and task (tokens).
 * @param addedPerStep Kept output and tool result that each step appends (tokens).
 * @param contextLimit Most that a step sends, a sliding window (tokens); no limit if omitted, blank or 0.
 * @returns Input tokens of all steps. */
export function agentTokens(
  steps: unknown[][],
  basePrompt: unknown[][],
  addedPerStep: unknown[][],
  contextLimit?: unknown[][],
): unknown[][] {
  return AGENTTOKENS.spill(steps, basePrompt, addedPerStep, contextLimit);
}

export const AGENTTOKENS = define({
  calc: calc.agentTokens,
  params: [
    number("steps", calc.WHOLE_FROM_ZERO),
    number("basePrompt", calc.FROM_ZERO),
    number("addedPerStep", calc.FROM_ZERO),
    optionalUnlessGiven(number("contextLimit", calc.ABOVE_ZERO), "0"),
  ],
  native: nativeAgentTokens,
  examples: [
    // 20 x 5,000 + 2,000 x 20 x 19 / 2
    { it: "grow with the square of the steps", args: [20, 5000, 2000], gives: 480000 },
    {
      // 18 steps of 5,000 to 39,000 are 396,000; 32 x 40,000
      it: "grow no further per step within a window",
      args: [50, 5000, 2000, 40000],
      gives: 1676000,
    },
    { it: "are the prompt for one step", args: [1, 5000, 2000], gives: 5000 },
    { it: "are 0 without steps", args: [0, 5000, 2000], gives: 0 },
    { it: "refuse part of a step", args: [2.5, 5000, 2000], fails: "#NUM!" },
  ],
  formula:
    "steps × basePrompt + addedPerStep × steps × (steps − 1) ÷ 2; with a limit, the sum over steps of MIN(contextLimit, basePrompt + addedPerStep × (step − 1))",
  source: "Sum of an arithmetic series: each step re-sends all that came before.",
});
