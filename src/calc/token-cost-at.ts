import { CalcError } from "./calc-error";
import { check, finite, FROM_ZERO } from "./domain";

/** Parts of a prompt may exceed it by so much of it: 0.1 + 0.2 is not 0.3 in doubles. */
const ROUNDING = 1e-12;

/**
 * Cost of one request at given prices, each class of tokens at its own: (uncached input x
 * inputPrice + cache reads x cacheReadPrice + cache writes x cacheWritePrice + output x
 * outputPrice) / 10^6. Uncached input is what reads and writes leave of the whole prompt.
 *
 * @param inputTokens the whole prompt, cached parts included, 0 or more
 * @param outputTokens billed output, reasoning included, 0 or more
 * @param inputPrice currency per million tokens, 0 or more
 * @param outputPrice currency per million tokens, 0 or more
 * @param cacheReadTokens the part of the prompt read from a cache, 0 or more
 * @param cacheReadPrice currency per million tokens, 0 or more
 * @param cacheWriteTokens the part of the prompt written to a cache, 0 or more
 * @param cacheWritePrice currency per million tokens, 0 or more
 * @returns currency
 * @throws CalcError `#VALUE!` where the cached parts exceed the prompt, `#NUM!` outside these ranges
 * Source: token prices of Anthropic, OpenAI and Google; the classes are disjoint.
 * @example tokenCostAt(55000, 800, 3, 15, 50000, 0.3, 3000, 3.75) // => 0.04425
 */
export function tokenCostAt(
  inputTokens: number,
  outputTokens: number,
  inputPrice: number,
  outputPrice: number,
  cacheReadTokens = 0,
  cacheReadPrice = inputPrice,
  cacheWriteTokens = 0,
  cacheWritePrice = inputPrice,
): number {
  check("inputTokens", inputTokens, FROM_ZERO);
  check("outputTokens", outputTokens, FROM_ZERO);
  check("inputPrice", inputPrice, FROM_ZERO);
  check("outputPrice", outputPrice, FROM_ZERO);
  check("cacheReadTokens", cacheReadTokens, FROM_ZERO);
  check("cacheReadPrice", cacheReadPrice, FROM_ZERO);
  check("cacheWriteTokens", cacheWriteTokens, FROM_ZERO);
  check("cacheWritePrice", cacheWritePrice, FROM_ZERO);
  const uncached = inputTokens - cacheReadTokens - cacheWriteTokens;
  if (uncached < -inputTokens * ROUNDING) {
    throw new CalcError(
      "#VALUE!",
      `cacheReadTokens and cacheWriteTokens are parts of inputTokens: expected at most ${inputTokens}, got ${cacheReadTokens} and ${cacheWriteTokens}`,
    );
  }
  const millionths =
    uncached * inputPrice +
    cacheReadTokens * cacheReadPrice +
    cacheWriteTokens * cacheWritePrice +
    outputTokens * outputPrice;
  return finite(millionths / 1e6);
}
