import * as calc from "../calc";
import { define } from "./define";
import { guard } from "./native";
import { minus, plus, plusProduct } from "./native-terms";
import { number, optional, optionalUnlessGiven } from "./parameter";

/** Cost of one request at given token prices: negotiated rates or models of your own.
 * @customfunction TOKENCOSTAT
 * @helpurl https://localhost:3000/help/tokencostat.html
 * @param inputTokens The whole prompt, cached parts included (tokens).
 * @param outputTokens Billed output, reasoning included (tokens).
 * @param inputPrice Price of input ($ per million tokens).
 * @param outputPrice Price of output ($ per million tokens).
 * @param cacheReadTokens Part of the prompt that is read from a cache (tokens); 0 if omitted.
 * @param cacheReadPrice Price of cache reads ($ per million tokens); inputPrice if omitted, blank or 0.
 * @param cacheWriteTokens Part of the prompt that is written to a cache (tokens); 0 if omitted.
 * @param cacheWritePrice Price of cache writes ($ per million tokens); inputPrice if omitted, blank or 0.
 * @returns Cost of the request ($). */
export function tokenCostAt(
  inputTokens: unknown[][],
  outputTokens: unknown[][],
  inputPrice: unknown[][],
  outputPrice: unknown[][],
  cacheReadTokens?: unknown[][],
  cacheReadPrice?: unknown[][],
  cacheWriteTokens?: unknown[][],
  cacheWritePrice?: unknown[][],
): unknown[][] {
  return TOKENCOSTAT.spill(
    inputTokens,
    outputTokens,
    inputPrice,
    outputPrice,
    cacheReadTokens,
    cacheReadPrice,
    cacheWriteTokens,
    cacheWritePrice,
  );
}

export const TOKENCOSTAT = define({
  calc: calc.tokenCostAt,
  params: [
    number("inputTokens", calc.FROM_ZERO),
    number("outputTokens", calc.FROM_ZERO),
    number("inputPrice", calc.FROM_ZERO),
    number("outputPrice", calc.FROM_ZERO),
    optional(number("cacheReadTokens", calc.FROM_ZERO), "0"),
    optionalUnlessGiven(number("cacheReadPrice", calc.FROM_ZERO), "inputPrice"),
    optional(number("cacheWriteTokens", calc.FROM_ZERO), "0"),
    optionalUnlessGiven(number("cacheWritePrice", calc.FROM_ZERO), "inputPrice"),
  ],
  native: (input, output, inputPrice, outputPrice, reads, readPrice, writes, writePrice) => {
    const cached = `${minus(reads)}${minus(writes)}`;
    const uncached = cached === "" ? input : `(${input}${cached})`;
    return (
      `(${uncached}*${inputPrice}${plusProduct(reads, readPrice)}${plusProduct(writes, writePrice)}` +
      `+${output}*${outputPrice})/10^6`
    );
  },
  demands: (input, _output, _inputPrice, _outputPrice, reads, _readPrice, writes) => {
    const cached = `${plus(reads)}${plus(writes)}`.slice(1);
    return cached === "" ? [] : [guard(`${cached}>${input}*(1+1E-12)`, "#VALUE!")];
  },
  examples: [
    // (12,000 x 3 + 800 x 15) / 10^6
    { it: "prices input and output", args: [12000, 800, 3, 15], gives: 0.048 },
    {
      // (2,000 x 3 + 50,000 x 0.3 + 3,000 x 3.75 + 800 x 15) / 10^6
      it: "prices what is read from and written to a cache at its own price",
      args: [55000, 800, 3, 15, 50000, 0.3, 3000, 3.75],
      gives: 0.04425,
    },
    {
      // 1,000 x 0.3 / 10^6
      it: "lets the whole prompt be read from the cache",
      args: [1000, 0, 3, 15, 1000, 0.3],
      gives: 0.0003,
    },
    {
      // 1,000 x 3 / 10^6
      it: "takes the input price where a cached part has none",
      args: [1000, 0, 3, 15, 1000, 0],
      gives: 0.003,
    },
    {
      it: "refuses more cached tokens than the prompt has",
      args: [1000, 0, 3, 15, 1001, 0.3],
      fails: "#VALUE!",
    },
    { it: "refuses negative tokens", args: [-1, 800, 3, 15], fails: "#NUM!" },
  ],
  formula:
    "((inputTokens − cacheReadTokens − cacheWriteTokens) × inputPrice + cacheReadTokens × cacheReadPrice + cacheWriteTokens × cacheWritePrice + outputTokens × outputPrice) ÷ 10⁶",
  source: "Token prices as Anthropic, OpenAI and Google state them; the classes are disjoint.",
});
