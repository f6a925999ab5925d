import { CalcError } from "../../src/calc";
import { modelProblem, pinModels, pinnedModel } from "../../src/scenario/pin-models";
import { SAMPLE } from "../../src/scenario/sample";

/** 25 November 2026. */
const DAY = 46351;

describe("pinModels", () => {
  it("leaves a scenario alone whose models all have prices", () => {
    expect(pinModels(SAMPLE, DAY)).toBe(SAMPLE);
  });

  it("adds the prices of a model of the catalog, with their source and the day", () => {
    const levers = { ...SAMPLE.levers, routedModel: "claude-3-haiku" };
    const pinned = pinModels({ ...SAMPLE, levers }, DAY);
    expect(pinned.prices).toHaveLength(4);
    // List prices of Claude Haiku 3 per million tokens: 0.25 in, 1.25 out, 0.03 read, 0.3 written.
    expect(pinned.prices[3]).toMatchObject({
      model: "claude-3-haiku",
      input: 0.25,
      output: 1.25,
      cacheRead: 0.03,
      cacheWrite: 0.3,
      negotiatedInput: null,
      longContextFrom: null,
    });
    expect(pinned.prices[3]?.source).toContain("genai-prices");
    expect(pinned.pinnedOn).toBe(46351);
    // The catalog is of 23 September 2026: 46023 is 1 January, and 265 days later.
    expect(pinned.catalogDate).toBe(46288);
  });

  it("pins a model once that several parts name", () => {
    const levers = { ...SAMPLE.levers, routedModel: "gpt-4o", studentModel: "gpt-4o" };
    expect(pinModels({ ...SAMPLE, levers }, DAY).prices).toHaveLength(4);
  });

  it("passes over a model that nobody knows", () => {
    const levers = { ...SAMPLE.levers, routedModel: "no-such-model" };
    expect(pinModels({ ...SAMPLE, levers }, DAY).prices).toHaveLength(3);
  });
});

describe("pinnedModel", () => {
  it("fails for a model that the catalog lacks", () => {
    expect(() => pinnedModel("no-such-model", DAY)).toThrow(CalcError);
  });
});

describe("modelProblem", () => {
  it.each([["Sample large"], ["claude-3-haiku"]])("has none for %s", (model) => {
    expect(modelProblem(SAMPLE, model, DAY)).toBeUndefined();
  });

  it("says that a model is unknown", () => {
    expect(modelProblem(SAMPLE, "no-such-model", DAY)).toMatch(/^Unknown model "no-such-model"/);
  });
});
