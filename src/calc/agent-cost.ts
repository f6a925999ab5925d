import { agentTokens } from "./agent-tokens";
import { CalcError } from "./calc-error";
import { cachedAgentTokens } from "./cached-agent-tokens";
import { check, FROM_ZERO, SHARE } from "./domain";
import { tokenCostAt } from "./token-cost-at";

/**
 * Cost of an agent loop: its input, re-sent at each step (agentTokens), and its output. With a
 * cacheReadPrice its input is cached incrementally (cachedAgentTokens), and a step whose cache
 * has expired writes what it would have read: reads cost (1 - missRate) x cacheReadPrice +
 * missRate x cacheWritePrice.
 *
 * @param steps calls of the model, a whole number, 0 or more
 * @param basePrompt system prompt, tools and task, tokens, 0 or more
 * @param addedPerStep kept output and tool result that a step appends, tokens, 0 or more
 * @param outputPerStep billed output of a step, reasoning included, tokens, 0 or more
 * @param inputPrice currency per million tokens, 0 or more
 * @param outputPrice currency per million tokens, 0 or more
 * @param cacheReadPrice currency per million tokens, 0 or more; not given: no caching
 * @param cacheWritePrice currency per million tokens, 0 or more
 * @param missRate share of steps that find their cache expired, 0 to 1
 * @param contextLimit most that a step sends, tokens, above 0; not given: no limit
 * @returns currency
 * @throws CalcError `#N/A` where a cached loop goes past its limit: the window slides, and the
 *   cached prefix is lost; `#NUM!` outside these ranges
 * @example agentCost(20, 5000, 2000, 500, 3, 15, 0.3, 3.75) // => 0.44235
 */
export function agentCost(
  steps: number,
  basePrompt: number,
  addedPerStep: number,
  outputPerStep: number,
  inputPrice: number,
  outputPrice: number,
  cacheReadPrice?: number,
  cacheWritePrice = inputPrice,
  missRate = 0,
  contextLimit?: number,
): number {
  const input = agentTokens(steps, basePrompt, addedPerStep, contextLimit);
  check("outputPerStep", outputPerStep, FROM_ZERO);
  check("inputPrice", inputPrice, FROM_ZERO);
  check("outputPrice", outputPrice, FROM_ZERO);
  if (cacheReadPrice !== undefined) check("cacheReadPrice", cacheReadPrice, FROM_ZERO);
  check("cacheWritePrice", cacheWritePrice, FROM_ZERO);
  check("missRate", missRate, SHARE);
  const output = steps * outputPerStep;
  if (cacheReadPrice === undefined) return tokenCostAt(input, output, inputPrice, outputPrice);
  const lastPrompt = steps === 0 ? 0 : basePrompt + (steps - 1) * addedPerStep;
  if (contextLimit !== undefined && lastPrompt > contextLimit) {
    throw new CalcError(
      "#N/A",
      `the last step sends ${lastPrompt} tokens, past the contextLimit of ${contextLimit}: the window slides and the cached prefix is lost; expected fewer steps or no cacheReadPrice`,
    );
  }
  const { read, written } = cachedAgentTokens(steps, basePrompt, addedPerStep);
  const readPrice = (1 - missRate) * cacheReadPrice + missRate * cacheWritePrice;
  return tokenCostAt(
    read + written,
    output,
    inputPrice,
    outputPrice,
    read,
    readPrice,
    written,
    cacheWritePrice,
  );
}
