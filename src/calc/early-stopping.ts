import { check, finite, FROM_ZERO, SHARE, WHOLE_FROM_ZERO } from "./domain";
import { geometricSums } from "./geometric-sums";

/** What an agent loop that may stop early is expected to take. */
export interface EarlyStopping {
  /** Expected steps: (1 - x^N) / (1 - x), where x = 1 - stopRate. */
  readonly steps: number;
  /** Expected input tokens, the history re-sent at each step. */
  readonly inputTokens: number;
}

/**
 * Expected steps and input tokens of an agent loop that is done after any step with the same
 * probability, and stops at a cap. agentTokens at the expected steps would be too low: the
 * mean of a square is above the square of a mean.
 *
 * @param stopRate probability of being done after a step, 0 to 1
 * @param maxSteps cap, a whole number, 0 or more
 * @param basePrompt system prompt, tools and task, tokens, 0 or more
 * @param addedPerStep kept output and tool result that a step appends, tokens, 0 or more
 * @returns expected steps (for the output too) and input tokens
 * @throws CalcError `#NUM!` outside these ranges
 * Source: truncated geometric distribution; step i + 1 takes place with probability x^i and
 *   sends basePrompt + i x addedPerStep.
 * @example earlyStopping(0.2, 15, 5000, 2000).steps // => 4.824…
 */
export function earlyStopping(
  stopRate: number,
  maxSteps: number,
  basePrompt: number,
  addedPerStep: number,
): EarlyStopping {
  check("stopRate", stopRate, SHARE);
  check("maxSteps", maxSteps, WHOLE_FROM_ZERO);
  check("basePrompt", basePrompt, FROM_ZERO);
  check("addedPerStep", addedPerStep, FROM_ZERO);
  const { sum, weighted } = geometricSums(1 - stopRate, maxSteps);
  return {
    steps: finite(sum),
    inputTokens: finite(basePrompt * sum + addedPerStep * weighted),
  };
}
