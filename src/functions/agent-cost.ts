import * as calc from "../calc";
import { define } from "./define";
import { guard, literal } from "./native";
import { nativeAgentTokens, nativeLimitReached } from "./native-agent-loop";
import { number, optional, optionalUnlessGiven } from "./parameter";

/** Cost of an agent loop, its history re-sent at each step, with or without prompt caching.
 * @customfunction AGENTCOST
 * @helpurl https://localhost:3000/help/agentcost.html
 * @param steps Number of steps, that is, calls of the model (whole).
 * @param basePrompt System prompt, tools and task (tokens).
 * @param addedPerStep Kept output and tool result that each step appends (tokens).
 * @param outputPerStep Billed output of a step, reasoning included (tokens).
 * @param inputPrice Price of input ($ per million tokens).
 * @param outputPrice Price of output ($ per million tokens).
 * @param cacheReadPrice Price of cache reads ($ per million tokens); no caching if omitted, blank or 0.
 * @param cacheWritePrice Price of cache writes ($ per million tokens); inputPrice if omitted, blank or 0.
 * @param missRate Share of steps that find their cache expired (0 to 1); 0 if omitted.
 * @param contextLimit Most that a step sends, a sliding window (tokens); no limit if omitted, blank or 0.
 * @returns Cost of the loop ($); #N/A where a cached loop goes past its limit, as the cached prefix is lost. */
export function agentCost(
  steps: unknown[][],
  basePrompt: unknown[][],
  addedPerStep: unknown[][],
  outputPerStep: unknown[][],
  inputPrice: unknown[][],
  outputPrice: unknown[][],
  cacheReadPrice?: unknown[][],
  cacheWritePrice?: unknown[][],
  missRate?: unknown[][],
  contextLimit?: unknown[][],
): unknown[][] {
  return AGENTCOST.spill(
    steps,
    basePrompt,
    addedPerStep,
    outputPerStep,
    inputPrice,
    outputPrice,
    cacheReadPrice,
    cacheWritePrice,
    missRate,
    contextLimit,
  );
}

export const AGENTCOST = define({
  calc: calc.agentCost,
  params: [
    number("steps", calc.WHOLE_FROM_ZERO),
    number("basePrompt", calc.FROM_ZERO),
    number("addedPerStep", calc.FROM_ZERO),
    number("outputPerStep", calc.FROM_ZERO),
    number("inputPrice", calc.FROM_ZERO),
    number("outputPrice", calc.FROM_ZERO),
    optionalUnlessGiven(number("cacheReadPrice", calc.FROM_ZERO), "0"),
    optionalUnlessGiven(number("cacheWritePrice", calc.FROM_ZERO), "inputPrice"),
    optional(number("missRate", calc.SHARE), "0"),
    optionalUnlessGiven(number("contextLimit", calc.ABOVE_ZERO), "0"),
  ],
  native: (steps, base, added, output, inputPrice, outputPrice, read, write, missRate, limit) => {
    const outputCost = `${steps}*${output}*${outputPrice}`;
    const input = nativeAgentTokens(steps, base, added, limit);
    const uncached = `((${input})*${inputPrice}+${outputCost})/10^6`;
    if (literal(read) === 0) return uncached;
    const readPrice =
      literal(missRate) === 0 ? read : `((1-${missRate})*${read}+${missRate}*${write})`;
    const reads = `(${steps}-1)*(${base}+${added}*(${steps}-2)/2)*${readPrice}`;
    const writes = `(${base}+(${steps}-1)*${added})*${write}`;
    const some = `(${reads}+${writes}+${outputCost})/10^6`;
    // Without steps, reads and writes would be below 0.
    const cached = Number(literal(steps)) > 0 ? some : `IF(${steps}=0,0,${some})`;
    return literal(read) === undefined ? `IF(${read}=0,${uncached},${cached})` : cached;
  },
  demands: (steps, base, added, _output, _inputPrice, _outputPrice, read, _write, _miss, limit) =>
    literal(read) === 0 || literal(limit) === 0
      ? []
      : [guard(`AND(${read}<>0,${nativeLimitReached(steps, base, added, limit)})`, "#N/A")],
  examples: [
    // (480,000 x 3 + 10,000 x 15) / 10^6
    { it: "is 1.59 for 20 steps uncached", args: [20, 5000, 2000, 500, 3, 15], gives: 1.59 },
    {
      // (437,000 x 0.3 + 43,000 x 3.75 + 10,000 x 15) / 10^6
      it: "falls by 72% with prompt caching",
      args: [20, 5000, 2000, 500, 3, 15, 0.3, 3.75],
      gives: 0.44235,
    },
    {
      // Reads at 0.9 x 0.3 + 0.1 x 3.75 = 0.645
      it: "rises where 10% of steps find their cache expired",
      args: [20, 5000, 2000, 500, 3, 15, 0.3, 3.75, 0.1],
      gives: 0.593115,
    },
    {
      // (5,000 x 3.75 + 500 x 15) / 10^6, against 0.0225 uncached
      it: "pays the premium of writing for nothing in a loop of one step",
      args: [1, 5000, 2000, 500, 3, 15, 0.3, 3.75],
      gives: 0.02625,
    },
    {
      // (1,676,000 x 3 + 25,000 x 15) / 10^6
      it: "slides within a window",
      args: [50, 5000, 2000, 500, 3, 15, 0, 0, 0, 40000],
      gives: 5.403,
    },
    { it: "is 0 without steps", args: [0, 5000, 2000, 500, 3, 15, 0.3, 3.75], gives: 0 },
    {
      it: "does not exist where the window slides and takes the cached prefix away",
      args: [50, 5000, 2000, 500, 3, 15, 0.3, 3.75, 0, 40000],
      fails: "#N/A",
    },
    { it: "refuses part of a step", args: [2.5, 5000, 2000, 500, 3, 15], fails: "#NUM!" },
  ],
  formula:
    "(AGENTTOKENS × inputPrice + steps × outputPerStep × outputPrice) ÷ 10⁶; cached: ((steps − 1) × (basePrompt + addedPerStep × (steps − 2) ÷ 2) × ((1 − missRate) × cacheReadPrice + missRate × cacheWritePrice) + (basePrompt + (steps − 1) × addedPerStep) × cacheWritePrice + steps × outputPerStep × outputPrice) ÷ 10⁶",
  source:
    "Incremental prompt caching as Anthropic describes it: each step reads what the one before has sent and writes what came on top.",
});
