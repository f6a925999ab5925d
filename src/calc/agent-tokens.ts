import { ABOVE_ZERO, check, finite, FROM_ZERO, WHOLE_FROM_ZERO } from "./domain";

/**
 * Input tokens that an agent loop sends in all, its history re-sent at each step:
 * steps x basePrompt + addedPerStep x steps x (steps - 1) / 2, quadratic in the steps.
 *
 * With a limit the window slides: the k steps that fit send their whole history, the others the
 * limit, where k = MIN(steps, INT((limit - basePrompt) / addedPerStep) + 1).
 *
 * @param steps calls of the model, a whole number, 0 or more
 * @param basePrompt system prompt, tools and task, tokens, 0 or more
 * @param addedPerStep kept output and tool result that a step appends, tokens, 0 or more
 * @param contextLimit most that a step sends, tokens, above 0; not given: no limit
 * @returns tokens
 * @throws CalcError `#NUM!` outside these ranges
 * Source: sum of an arithmetic series.
 * @example agentTokens(20, 5000, 2000) // => 480000
 */
export function agentTokens(
  steps: number,
  basePrompt: number,
  addedPerStep: number,
  contextLimit?: number,
): number {
  check("steps", steps, WHOLE_FROM_ZERO);
  check("basePrompt", basePrompt, FROM_ZERO);
  check("addedPerStep", addedPerStep, FROM_ZERO);
  if (contextLimit === undefined) return series(steps, basePrompt, addedPerStep);
  check("contextLimit", contextLimit, ABOVE_ZERO);
  const first = Math.min(basePrompt, contextLimit);
  const fitting =
    addedPerStep === 0
      ? steps
      : Math.min(steps, Math.floor((contextLimit - first) / addedPerStep) + 1);
  return finite(series(fitting, first, addedPerStep) + (steps - fitting) * contextLimit);
}

function series(terms: number, first: number, increase: number): number {
  return finite(terms * first + (increase * terms * (terms - 1)) / 2);
}
