import { asOf, findModel, listedModels, priceRecords, size, version } from "../../src/catalog";
import manifest from "../../package.json";
import { failure } from "../calc/failure";
import { NO_INPUT_PRICE } from "./differences";

/** 1 September 2026. */
const AS_OF = 46_266;

test("is dated as package.json says, and of the version that is pinned there", () => {
  expect({ version, asOf }).toEqual(manifest.aim.catalog);
  expect(manifest.devDependencies["@pydantic/genai-prices"]).toBe(version);
});

describe("the list to choose from", () => {
  const models = listedModels(AS_OF);

  it("has every model with a price per token", () => {
    expect(models).toHaveLength(size.models - NO_INPUT_PRICE.length);
  });

  it("names each as TOKENCOST takes it", () => {
    const wrong = models.filter(({ model, provider, id }) => {
      const offer = findModel(model);
      return offer.provider.id !== provider || offer.model[0] !== id;
    });
    expect(wrong).toEqual([]);
    expect(new Set(models.map(({ model }) => model)).size).toBe(models.length);
  });

  it("shows names, prices and since when they hold", () => {
    expect(models.find(({ model }) => model === "gpt-5.6-sol")).toEqual({
      model: "gpt-5.6-sol",
      provider: "openai",
      providerName: "OpenAI",
      id: "gpt-5.6-sol",
      name: "GPT-5.6 Sol",
      prices: { input: 4, output: 20, cacheRead: 0.4, cacheWrite: 5 },
      // 21 August 2026
      validFrom: 46_255,
    });
  });

  it("gives models without a name of their own their id, and names the seller where one must", () => {
    const llama = models.find(({ model }) => model === "cerebras:llama-3.3-70b");
    expect(llama).toMatchObject({ provider: "cerebras", providerName: "Cerebras" });
    const nameless = models.filter(({ name }) => name === "");
    expect(nameless).toEqual([]);
  });
});

describe("the prices of a model, to be written down", () => {
  it("has one record per kind, and one more per long-context price", () => {
    const records = priceRecords("Gemini-2.5-Pro", AS_OF);
    expect(records.map(({ kind, price, aboveTokens }) => [kind, price, aboveTokens])).toEqual([
      ["input", 1.25, 0],
      ["input", 2.5, 200_000],
      ["output", 10, 0],
      ["output", 15, 200_000],
      ["cacheRead", 0.125, 0],
      ["cacheRead", 0.25, 200_000],
    ]);
    expect(new Set(records.map(({ model }) => model))).toEqual(new Set(["Gemini-2.5-Pro"]));
  });

  it("says where the price is stated and which list says so", () => {
    expect(priceRecords("claude-sonnet-4-5", AS_OF)[0]?.source).toBe(
      "https://www.anthropic.com/pricing#api (genai-prices 0.1.8 of 2026-09-23)",
    );
  });

  it("changes with the date", () => {
    const [before] = priceRecords("gpt-5.6-sol", 46_254);
    const [after] = priceRecords("gpt-5.6-sol", 46_255);
    expect(before).toMatchObject({ kind: "input", price: 5, validFrom: undefined });
    expect(after).toMatchObject({ kind: "input", price: 4, validFrom: 46_255 });
  });

  it("is empty where the model has none, and fails where there is no such model", () => {
    expect(priceRecords("whisper-1", AS_OF)).toEqual([]);
    expect(failure(() => priceRecords("whisper-0x", AS_OF))).toMatch(/^#N\/A Unknown model/);
  });
});
