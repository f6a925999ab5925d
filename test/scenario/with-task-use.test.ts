import fc from "fast-check";
import { scenarioModel } from "../../src/scenario/build-scenario";
import { legFromUse } from "../../src/scenario/leg-from-use";
import { SAMPLE } from "../../src/scenario/sample";
import type { PinnedModel } from "../../src/scenario/scenario";
import { scenarioProblems } from "../../src/scenario/scenario-problems";
import type { ModelUse } from "../../src/scenario/task-use";
import { withTaskUse } from "../../src/scenario/with-task-use";
import { SEEDED } from "../calc/tariffs";

/** 25 November 2026 */
const DAY = 46351;

const PRICE: PinnedModel = {
  model: "m",
  input: 3,
  output: 15,
  cacheRead: 0.3,
  cacheWrite: 3.75,
  negotiatedInput: null,
  negotiatedOutput: null,
  longContextFrom: null,
  validFrom: null,
  source: "",
};

const use = (given: Partial<ModelUse>): ModelUse => ({
  provider: null,
  model: "m",
  calls: 1,
  uncached: 0,
  cacheRead: 0,
  cacheWrite: 0,
  output: 0,
  cost: null,
  ...given,
});

/** Inference of a task in the sheets of the scenario. */
function inference(models: readonly ModelUse[], currency = "USD"): unknown {
  const { scenario } = withTaskUse(SAMPLE, { currency, models }, DAY);
  return scenarioModel(scenario).value("cost.inference");
}

describe("a model without a cache", () => {
  it("sends and receives the tokens that it did, in whole calls", () => {
    const { leg, ofListPrice } = legFromUse(
      use({ calls: 4.2, uncached: 11_000, output: 800, cost: 0.045 }),
      PRICE,
      0,
    );
    // 800 / 4; 4 x 2450 + 200 x (0 + 1 + 2 + 3) = 11,000; 11,000 x $3 + 800 x $15 a million = $0.045
    expect(leg).toEqual({
      role: "m",
      model: "m",
      calls: 4,
      basePrompt: 2450,
      addedPerCall: 200,
      outputPerCall: 200,
      promptCaching: 0,
    });
    expect(ofListPrice).toBeNull();
  });

  it("is a call where a task takes less than one on average", () => {
    const { leg } = legFromUse(use({ calls: 0.3, uncached: 300, output: 60 }), PRICE, 0);
    expect(leg).toMatchObject({ calls: 1, basePrompt: 300, addedPerCall: 0, outputPerCall: 60 });
  });

  it("adds no more to its history than what is sent has room for", () => {
    // Three calls of 300 tokens in all: 0 + 100 + 200.
    const { leg } = legFromUse(use({ calls: 3, uncached: 300, output: 3000 }), PRICE, 0);
    expect(leg).toMatchObject({ basePrompt: 0, addedPerCall: 100, outputPerCall: 1000 });
  });

  it("has the rates that it paid where these are not list prices", () => {
    // Half of $0.045, as in a batch
    const found = legFromUse(use({ uncached: 11_000, output: 800, cost: 0.0225 }), PRICE, 0);
    expect(found.ofListPrice).toBe(0.5);
    expect(found.price).toMatchObject({ input: 3, negotiatedInput: 1.5, negotiatedOutput: 7.5 });
  });

  it("keeps list prices where the difference is a hundredth", () => {
    const at = (cost: number) =>
      legFromUse(use({ uncached: 11_000, output: 800, cost }), PRICE, 0).price.negotiatedInput;
    // 0.045 / 1.0099 and / 1.011
    expect(at(0.04456)).toBeNull();
    expect(at(0.04451)).not.toBeNull();
  });
});

describe("a model with a cache", () => {
  // Over 4 calls: 2000 written and then 500 each time; read 2000 + 2500 + 3000.
  const LOOP = { calls: 4, cacheRead: 7500, cacheWrite: 3500, output: 800 };

  it("is a cached loop where one of so many tokens costs as much", () => {
    const { leg, price } = legFromUse(use(LOOP), PRICE, 0);
    expect(leg).toMatchObject({
      calls: 4,
      basePrompt: 2000,
      addedPerCall: 500,
      outputPerCall: 200,
      promptCaching: 1,
    });
    expect(price).toEqual(PRICE);
  });

  it("is one call at the price that caching left, as no loop reads what it did not write", () => {
    const cached = use({ calls: 1, uncached: 200, cacheRead: 800, output: 100 });
    const found = legFromUse(cached, PRICE, 0);
    expect(found.leg).toMatchObject({ calls: 1, basePrompt: 1000, promptCaching: 0 });
    // (200 x $3 + 800 x $0.3) / 1000; output is at its list price.
    expect(found.price.negotiatedInput).toBeCloseTo(0.84, 12);
    expect(found.price.negotiatedOutput).toBeNull();
  });
});

test("inference costs in the sheets what it did in the usage, model by model and together", () => {
  const models = [
    use({ provider: "openai", model: "gpt-4o", calls: 3, uncached: 9000, output: 600, cost: 0.02 }),
    use({ model: "our-own", calls: 1, uncached: 900, output: 100, cost: 0.0005 }),
  ];
  // $0.02 + $0.0005
  expect(inference(models)).toBeCloseTo(0.0205, 9);
});

test("more models than a scenario holds cost together what they did", () => {
  const models = [5, 4, 3, 2, 1].map((cents) =>
    use({ model: `own-${cents}`, uncached: 1000, output: 100, cost: cents / 100 }),
  );
  const { scenario, legs } = withTaskUse(SAMPLE, { currency: "USD", models }, DAY);
  expect(legs.map(({ leg }) => leg.role)).toEqual(["own-5", "own-4", "own-3", "2 other models"]);
  // 5 + 4 + 3 + 2 + 1 cents
  expect(scenarioModel(scenario).value("cost.inference")).toBeCloseTo(0.15, 9);
});

test("a dated release and its model are one, at the prices of the catalog", () => {
  const of = (model: string) =>
    use({ provider: "openai", model, uncached: 500_000, output: 50_000, cost: 1.75 });
  const { scenario, legs } = withTaskUse(
    SAMPLE,
    { currency: "USD", models: [of("gpt-4o"), of("gpt-4o-2024-08-06")] },
    DAY,
  );
  expect(legs).toHaveLength(1);
  expect(scenario.prices.filter(({ model }) => model === "gpt-4o")).toHaveLength(1);
  // 1,000,000 x $2.50 + 100,000 x $10 a million
  expect(scenarioModel(scenario).value("cost.inference")).toBeCloseTo(3.5, 9);
});

test("a model without any price is left out by name, and costs in another currency are not used", () => {
  const models = [
    use({ provider: "openai", model: "gpt-4o", uncached: 1_000_000, cost: 99 }),
    use({ model: "mystery", uncached: 5, cost: 1 }),
  ];
  const { leftOut } = withTaskUse(SAMPLE, { currency: "EUR", models }, DAY);
  expect(leftOut).toEqual(["mystery"]);
  // List price: 1,000,000 x $2.50 a million
  expect(inference(models, "EUR")).toBeCloseTo(2.5, 9);
});

test("no step fails in the task taken over, as retries are among the calls counted", () => {
  const failing = { ...SAMPLE, task: { ...SAMPLE.task, failureRate: 0.2, maxRetries: 2 } };
  const models = [use({ model: "own", uncached: 1000, output: 10, cost: 0.01 })];
  const { scenario } = withTaskUse(failing, { currency: "USD", models }, DAY);
  expect(scenarioModel(scenario).value("cost.inference")).toBeCloseTo(0.01, 9);
});

test("whatever the usage, the sheets cost it within a hundredth and find nothing to correct", () => {
  const tokens = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 30, noNaN: true }),
      fc.integer({ min: 1, max: 200_000 }),
      tokens,
      tokens,
      tokens,
      fc.option(fc.double({ min: 1e-4, max: 5, noNaN: true }), { nil: null }),
      (calls, uncached, cacheRead, cacheWrite, output, cost) => {
        const one = { calls, uncached, cacheRead, cacheWrite, output, cost };
        const model = use({ provider: "anthropic", model: "claude-sonnet-4-5", ...one });
        const taken = withTaskUse(SAMPLE, { currency: "USD", models: [model] }, DAY);
        const built = scenarioModel(taken.scenario);
        expect(scenarioProblems(taken.scenario, built, DAY)).toEqual(new Map());
        // List prices of $3, $15, $0.30 and $3.75 a million
        const list = (uncached * 3 + cacheRead * 0.3 + cacheWrite * 3.75 + output * 15) / 1e6;
        const inSheets = Number(built.value("cost.inference"));
        expect(Math.abs(inSheets / (cost ?? list) - 1)).toBeLessThan(0.011);
      },
    ),
    { ...SEEDED, numRuns: 60 },
  );
}, 60_000);
