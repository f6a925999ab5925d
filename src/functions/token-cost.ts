import * as calc from "../calc";
import * as catalog from "../catalog";
import { define } from "./define";
import { date, number, optional, optionalUnlessGiven, text } from "./parameter";
import { today } from "./today";

/** Cost of one request at a model's list price, long-context prices and cached tokens included.
 * @customfunction TOKENCOST
 * @helpurl https://localhost:3000/help/tokencost.html
 * @param model Id or alias of a model as text, such as "claude-sonnet-4-5", or provider:model, such as "azure:gpt-4o".
 * @param inputTokens Tokens of the whole prompt, cached ones included.
 * @param outputTokens Tokens of billed output, reasoning included.
 * @param cacheReadTokens Tokens of the prompt that are read from a cache; 0 if omitted.
 * @param cacheWriteTokens Tokens of the prompt that are written to a cache; 0 if omitted.
 * @param asOf Date at which the prices are valid (UTC; without a time of day it means midnight); today if omitted, blank or 0.
 * @returns Cost ($). Prices per request, of audio and of images are not in it. */
export function tokenCost(
  model: unknown[][],
  inputTokens: unknown[][],
  outputTokens: unknown[][],
  cacheReadTokens?: unknown[][],
  cacheWriteTokens?: unknown[][],
  asOf?: unknown[][],
): unknown[][] {
  return TOKENCOST.spill(model, inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, asOf);
}

export const TOKENCOST = define({
  calc: (
    model: string,
    inputTokens: number,
    outputTokens: number,
    cacheReadTokens?: number,
    cacheWriteTokens?: number,
    asOf: number = today(),
  ) => catalog.tokenCost(model, inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, asOf),
  params: [
    text("model"),
    number("inputTokens", calc.FROM_ZERO),
    number("outputTokens", calc.FROM_ZERO),
    optional(number("cacheReadTokens", calc.FROM_ZERO), "0"),
    optional(number("cacheWriteTokens", calc.FROM_ZERO), "0"),
    optionalUnlessGiven(date("asOf"), "TODAY()"),
  ],
  native: { none: "The prices come from the add-in's dated list of models." },
  examples: [
    // 12,000 x 3 + 800 x 15 millionths
    {
      it: "is 4.8 cents for 12,000 tokens in and 800 out",
      args: ["claude-sonnet-4-5", 12000, 800, 0, 0, 46266],
      gives: 0.048,
    },
    // 2,000 x 3 + 50,000 x 0.3 + 3,000 x 3.75 + 800 x 15 millionths
    {
      it: "bills cached parts at their own prices",
      args: ["claude-sonnet-4-5", 55000, 800, 50000, 3000, 46266],
      gives: 0.04425,
    },
    // 200,000 x 1.25 + 1,000 x 10 millionths
    {
      it: "takes the usual prices up to the threshold",
      args: ["gemini-2.5-pro", 200000, 1000, 0, 0, 46266],
      gives: 0.26,
    },
    // 200,001 x 2.5 + 1,000 x 15 millionths
    {
      it: "takes long-context prices for the whole request above it",
      args: ["gemini-2.5-pro", 200001, 1000, 0, 0, 46266],
      gives: 0.5150025,
    },
    // 20,000 x 20 + 280,000 x 2 + 2,000 x 75 millionths
    {
      it: "counts cached tokens towards the threshold",
      args: ["gpt-6-astra", 300000, 2000, 280000, 0, 46266],
      gives: 1.11,
    },
    { it: "is nothing for no tokens", args: ["gpt-6-astra", 0, 0, 0, 0, 46266], gives: 0 },
    {
      it: "names the nearest where there is no such model",
      args: ["claude-sonet-4-5", 12000, 800, 0, 0, 46266],
      fails: "#N/A",
    },
    {
      it: "does not exist where the model has no price for output",
      args: ["openai:text-embedding-3-small", 12000, 800, 0, 0, 46266],
      fails: "#N/A",
    },
    {
      it: "refuses cached parts that exceed the prompt",
      args: ["claude-sonnet-4-5", 12000, 800, 12001, 0, 46266],
      fails: "#VALUE!",
    },
    {
      it: "refuses a negative count",
      args: ["claude-sonnet-4-5", -1, 800, 0, 0, 46266],
      fails: "#NUM!",
    },
  ],
  formula:
    "(uncached input × input price + cached reads × their price + cached writes × theirs + output × output price) ÷ 1,000,000",
  source: "Providers' price lists and rules as collected by Pydantic's genai-prices.",
});
