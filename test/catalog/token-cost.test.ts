import { modelPrice, tokenCost } from "../../src/catalog";
import { failure } from "../calc/failure";

/** 1 September 2026. */
const AS_OF = 46_266;

const cost = (model: string, input: number, output: number, read?: number, write?: number) =>
  tokenCost(model, input, output, read, write, AS_OF);

describe("tokenCost", () => {
  it.each([
    // Published: 50,000 x 1.25 + 2,000 x 10 millionths, deploybase
    ["Gemini 2.5 Pro, 50K in and 2K out", "gemini-2.5-pro", 50_000, 2_000, 0.0825],
    // 199,999 x 1.25 + 1,000 x 10 millionths
    ["below the threshold", "gemini-2.5-pro", 199_999, 1_000, 0.25999875],
    // 200,000 x 1.25 + 1,000 x 10 millionths
    ["at the threshold", "gemini-2.5-pro", 200_000, 1_000, 0.26],
    // 200,001 x 2.5 + 1,000 x 15 millionths
    ["above the threshold", "gemini-2.5-pro", 200_001, 1_000, 0.5150025],
    // 12,000 x 3 + 800 x 15 millionths
    ["Claude Sonnet 4.5, 12K in and 800 out", "claude-sonnet-4-5", 12_000, 800, 0.048],
    // 1,000 x 0.02 millionths; embeddings have no output
    ["an embedding", "openai:text-embedding-3-small", 1_000, 0, 0.00002],
  ])("is right: %s", (_what, model, input, output, dollars) => {
    expect(cost(model, input, output)).toBeCloseTo(dollars, 14);
  });

  it("bills cached parts that have no price as other input", () => {
    // 400 x 2.5 + 600 x 1.25 millionths: gpt-4o has a price for reads and none for writes
    expect(cost("gpt-4o", 1_000, 0, 600, 400)).toBeCloseTo(0.00175, 14);
    // 1,000 x 0.02 millionths
    expect(cost("openai:text-embedding-3-small", 1_000, 0, 600, 400)).toBeCloseTo(0.00002, 14);
  });

  it("takes cached parts for 0 where they are not given", () => {
    expect(cost("gpt-4o", 1_000, 10)).toBe(cost("gpt-4o", 1_000, 10, 0, 0));
  });

  it("takes the prices of the date", () => {
    // 250,000 x 5 millionths until 20 August 2026, then 250,000 x 4
    expect(tokenCost("gpt-5.6-sol", 250_000, 0, 0, 0, 46_254)).toBeCloseTo(1.25, 14);
    expect(tokenCost("gpt-5.6-sol", 250_000, 0, 0, 0, 46_255)).toBeCloseTo(1, 14);
  });

  it("does not exist without a price that is needed", () => {
    expect(failure(() => cost("openai:text-embedding-3-small", 1_000, 1))).toBe(
      "#N/A openai:text-embedding-3-small has no price for output tokens in the list of 2026-09-23; TOKENCOSTAT takes a price of your own",
    );
    expect(failure(() => cost("whisper-1", 1, 0))).toMatch(
      /^#N\/A whisper-1 has no price for input tokens/,
    );
    expect(cost("whisper-1", 0, 0)).toBe(0);
  });

  it("refuses cached parts that exceed the prompt", () => {
    expect(cost("gpt-4o", 1_000, 0, 600, 400)).toBeGreaterThan(0);
    expect(failure(() => cost("gpt-4o", 1_000, 0, 600, 401))).toMatch(/^#VALUE! cacheReadTokens/);
  });

  it("refuses counts below 0 and models that are none", () => {
    expect(failure(() => cost("gpt-4o", -1, 0))).toMatch(/^#NUM! inputTokens/);
    expect(failure(() => cost("gpt-4o", 0, -1))).toMatch(/^#NUM! outputTokens/);
    expect(failure(() => cost("gpt-4p-maxi", 1, 1))).toMatch(/^#N\/A Unknown model/);
  });
});

describe("modelPrice", () => {
  it.each([
    ["input", 3],
    ["output", 15],
    ["cacheRead", 0.3],
    ["cacheWrite", 3.75],
    ["CACHEwrite", 3.75],
  ])("of claude-sonnet-4-5, %s", (kind, price) => {
    expect(modelPrice("claude-sonnet-4-5", kind, AS_OF)).toBe(price);
  });

  it("says that cached tokens without a price cost what other input costs", () => {
    expect(failure(() => modelPrice("gpt-4o", "cacheWrite", AS_OF))).toBe(
      "#N/A gpt-4o has no price for cached writes in the list of 2026-09-23; they are billed as other input tokens",
    );
    expect(failure(() => modelPrice("whisper-1", "cacheRead", AS_OF))).toMatch(
      /TOKENCOSTAT takes a price of your own$/,
    );
  });

  it("refuses a kind that is none, and a date that is none", () => {
    expect(failure(() => modelPrice("gpt-4o", "inputs", AS_OF))).toBe(
      '#VALUE! kind must be one of "input", "output", "cacheRead", "cacheWrite", got "inputs"',
    );
    expect(failure(() => modelPrice("gpt-4o", "input", -1))).toMatch(/^#NUM! asOf/);
  });
});
