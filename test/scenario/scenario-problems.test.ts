import { scenarioModel } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import type { Scenario } from "../../src/scenario/scenario";
import { scenarioProblems } from "../../src/scenario/scenario-problems";

/** 1 January 2026. */
const DAY = 46023;

function problems(change: Partial<Scenario>): [string, string][] {
  const scenario = { ...SAMPLE, ...change };
  return [...scenarioProblems(scenario, scenarioModel(scenario), DAY)];
}

const { product, usage, targets, growth, levers, task } = SAMPLE;

describe("scenarioProblems", () => {
  it("finds none in the sample", () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, Partial<Scenario>, string, string]>([
    [
      "no customers",
      { product: { ...product, customers: 0 } },
      "customers/0",
      "Must be a whole number, 1 or more, got 0",
    ],
    [
      "P99 below P50",
      { usage: { ...usage, p99: 399 } },
      "usageP99/0",
      "Must be at least the usage at P50 (400), got 399",
    ],
    [
      "a target of all revenue",
      { targets: { ...targets, margin: 1 } },
      "targetMargin/0",
      "Must be below 100%, got 100%",
    ],
    [
      "a target that the payment fee leaves no room for",
      { product: { ...product, paymentRate: 0.4 } },
      "targetMargin/0",
      "The target and the payment fee must leave something to cover costs",
    ],
    [
      "bands out of order",
      { targets: { ...targets, healthyFrom: 0.39 } },
      "healthyFrom/0",
      "Must not lie below the limit before",
    ],
    [
      "a number that could not be read",
      { growth: { ...growth, churn: Number.NaN } },
      "churn/0",
      "Enter a number",
    ],
    [
      "a forecast of 11 months",
      { growth: { ...growth, months: 11 } },
      "months/0",
      "Must be a whole number, from 12 to 60, got 11",
    ],
    ["an empty name", { name: " " }, "name/0", "Enter a name"],
    [
      "a tariff that there is not",
      { levers: { ...levers, usageTariff: 7 } },
      "lever.usageTariff/0",
      "Must be a whole number, from 1 to 6, got 7",
    ],
  ])("finds %s", (_what, change, key, message) => {
    expect(problems(change)).toEqual([[key, message]]);
  });

  it("allows what lies at the limits", () => {
    expect(problems({ usage: { ...usage, p99: 400 } })).toEqual([]);
    expect(problems({ targets: { ...targets, healthyFrom: 0.4 } })).toEqual([]);
    expect(problems({ growth: { ...growth, months: 12 } })).toEqual([]);
  });

  it("finds a tier whose bound is the one before", () => {
    const tariffs = SAMPLE.tariffs.map((tariff) => ({
      ...tariff,
      tiers: tariff.tiers.map((tier) => (tier.upTo === 2000 ? { ...tier, upTo: 500 } : tier)),
    }));
    expect(problems({ tariffs })).toEqual([
      ["tariff.upTo.2/3", "Must be above the tier before (500), got 500"],
    ]);
  });

  it("finds a model without prices in the leg that names it", () => {
    const legs = task.legs.map((leg, i) => (i === 1 ? { ...leg, model: "nobody's" } : leg));
    const [problem] = problems({ task: { ...task, legs } });
    expect(problem?.[0]).toBe("leg.model/1");
    expect(problem?.[1]).toMatch(/^Unknown model "nobody's"/);
  });
});
