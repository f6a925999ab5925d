import { CalcError } from "./calc-error";
import { check, finite, FROM_ZERO, WHOLE_FROM_ZERO } from "./domain";

/** Input tokens of an agent loop by what is paid for them; read + written = agentTokens. */
export interface CachedAgentTokens {
  /** Tokens read from the cache. */
  readonly read: number;
  /** Tokens written to the cache. */
  readonly written: number;
}

/**
 * The input tokens of an agent loop under incremental prompt caching: each step reads what the
 * one before has sent and writes what came on top. Over n steps, written = basePrompt + (n - 1) x
 * addedPerStep and read = (n - 1) x basePrompt + addedPerStep x (n - 1) x (n - 2) / 2.
 *
 * @param steps calls of the model, a whole number, 0 or more
 * @param basePrompt system prompt, tools and task, tokens, 0 or more
 * @param addedPerStep kept output and tool result that a step appends, tokens, 0 or more
 * @param warmPrefix the part of basePrompt that another request has cached already, tokens
 * @returns tokens read and written
 * @throws CalcError `#VALUE!` where warmPrefix exceeds basePrompt, `#NUM!` outside these ranges
 * Source: Anthropic's incremental prompt caching, its breakpoint moved on at each step.
 * @example cachedAgentTokens(20, 5000, 2000) // => { read: 437000, written: 43000 }
 */
export function cachedAgentTokens(
  steps: number,
  basePrompt: number,
  addedPerStep: number,
  warmPrefix = 0,
): CachedAgentTokens {
  check("steps", steps, WHOLE_FROM_ZERO);
  check("basePrompt", basePrompt, FROM_ZERO);
  check("addedPerStep", addedPerStep, FROM_ZERO);
  check("warmPrefix", warmPrefix, FROM_ZERO);
  if (warmPrefix > basePrompt) {
    throw new CalcError(
      "#VALUE!",
      `warmPrefix is a part of basePrompt: expected at most ${basePrompt}, got ${warmPrefix}`,
    );
  }
  if (steps === 0) return { read: 0, written: 0 };
  const later = steps - 1;
  return {
    read: finite(later * basePrompt + (addedPerStep * later * (later - 1)) / 2 + warmPrefix),
    written: finite(basePrompt + later * addedPerStep - warmPrefix),
  };
}
