import { readFileSync } from "node:fs";
import fc from "fast-check";
import { scenarioModel } from "../../src/scenario/build-scenario";
import { inputPath } from "../../src/scenario/input-path";
import { readScenario } from "../../src/scenario/read-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { scenarioProblems } from "../../src/scenario/scenario-problems";
import { arbitraryScenario } from "./arbitrary-scenario";

/** 1 January 2026. */
const DAY = 46023;

const SAMPLES = "assets/samples";

function fromFile(name: string): unknown {
  return JSON.parse(readFileSync(`${SAMPLES}/${name}`, "utf8"));
}

function problemsOf(json: unknown): readonly string[] {
  const read = readScenario(json, DAY);
  return "problems" in read ? read.problems : [];
}

const { product, task, usage, tariffs, targets, levers, growth } = SAMPLE;
const [flat, hybrid] = tariffs;

/** What is needed and no more. */
const LEAST = {
  name: "Least",
  product: { customers: 10 },
  task: { legs: [{ model: "claude-sonnet-4-5", basePrompt: 1000, outputPerCall: 100 }] },
  usage: { p50: 100, p99: 900 },
  tariffs: [{ name: "Seat", type: "Seat", baseFee: 20 }],
};

test("the sample's file is the sample", () => {
  expect(fromFile("flat-seat.json")).toEqual(SAMPLE);
  expect(readScenario(fromFile("flat-seat.json"), DAY)).toEqual({ scenario: SAMPLE });
});

test("the other sample leaves out what it does not need", () => {
  const read = readScenario(fromFile("support-agent.json"), DAY);
  expect(read).toMatchObject({
    scenario: {
      name: "Support agent, per resolution",
      tariffs: [{ tiers: [{ upTo: null, unitPrice: 0.99, flatFee: 0 }] }, { baseFee: 499 }],
    },
  });
});

describe("what is left out", () => {
  const read = readScenario(LEAST, DAY);
  const scenario = "scenario" in read ? read.scenario : undefined;

  test("costs nothing and does not grow", () => {
    expect(scenario?.product).toMatchObject({ fixedCost: 0, platformCost: 0, paymentRate: 0 });
    expect(scenario?.task).toMatchObject({
      retrievalQueries: 0,
      toolPrice: 0,
      reviewShare: 0,
      computeUtilization: 1,
      costSpread: 1,
    });
    expect(scenario?.growth).toMatchObject({ churn: 0, newCustomers: 0, usageGrowth: 0 });
  });

  test("is the sample's where it is a target, a policy or the tail", () => {
    expect(scenario?.targets).toEqual(targets);
    expect(scenario?.policy).toEqual(SAMPLE.policy);
    expect(scenario?.sensitivity).toEqual(SAMPLE.sensitivity);
    expect(scenario?.usage).toMatchObject({ tail: 0.99, termMonths: 12 });
  });

  test("is taken from the catalog where it is a price, pinned to the day", () => {
    // The catalog lists $3 in and $15 out per million tokens.
    expect(scenario?.prices).toMatchObject([{ model: "claude-sonnet-4-5", input: 3, output: 15 }]);
    expect(scenario?.pinnedOn).toBe(DAY);
  });

  test("is the cheapest model and the tariff in focus where it is a lever's", () => {
    expect(scenario?.levers).toMatchObject({
      routedModel: "claude-sonnet-4-5",
      studentModel: "claude-sonnet-4-5",
      usageTariff: 1,
    });
  });
});

test("days may be written as texts", () => {
  // 1 March 2026 is 59 days after 1 January, which is 46023.
  const read = readScenario({ ...LEAST, growth: { startDate: "2026-03-01" } }, DAY);
  expect("scenario" in read && read.scenario.growth.startDate).toBe(46082);
  expect(problemsOf({ ...LEAST, growth: { startDate: "2026-02-30" } })).toEqual([
    'growth.startDate must be a day such as "2026-01-31", got "2026-02-30"',
  ]);
});

describe("shape", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["no object", [], ["The document must be an object, got a list"]],
    [
      "a text for a number",
      { ...LEAST, usage: { p50: "many", p99: 900 } },
      ['usage.p50 must be a number, got "many"'],
    ],
    [
      "a number that JSON cannot hold",
      { ...LEAST, usage: { p50: 1, p99: Infinity } },
      ["usage.p99 must be a number, got Infinity"],
    ],
    [
      "a name that is not known",
      { ...LEAST, product: { customers: 10, custmers: 5 } },
      [
        "product.custmers is not known; known here: customers, usagePer, priceCurrency, costCurrency, seats, seatCorrelation, exchangeRate, exchangeDate, fixedCost, platformCost, freeUsers, freeUsage, paymentRate, paymentFee",
      ],
    ],
    ["a part that is missing", { ...LEAST, product: {} }, ["product.customers is missing"]],
    ["no tariff", { ...LEAST, tariffs: [] }, ["tariffs must have 1 to 6 entries, got 0"]],
    [
      "too many tariffs",
      { ...LEAST, tariffs: new Array(7).fill(flat) },
      ["tariffs must have 1 to 6 entries, got 7"],
    ],
    [
      "an unknown type",
      { ...LEAST, tariffs: [{ name: "A", type: "Flat" }] },
      [
        'tariffs[0].type must be one of Seat, Metered, Hybrid, Graduated, Volume, Package, Credits, Outcome, got "Flat"',
      ],
    ],
    [
      "a closed last tier",
      { ...LEAST, tariffs: [{ ...flat, tiers: [{ upTo: 5, unitPrice: 1 }] }] },
      ["tariffs[0].tiers[0].upTo must be null: the last tier is open"],
    ],
    [
      "an open tier before the last",
      { ...LEAST, tariffs: [{ ...flat, tiers: [{ unitPrice: 1 }, { unitPrice: 2 }] }] },
      ["tariffs[0].tiers[0].upTo must be a number but in the last tier"],
    ],
  ])("%s is refused", (_, json, problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });
});

describe("domain", () => {
  test.each<[string, unknown, readonly string[]]>([
    [
      "P99 below P50",
      { ...SAMPLE, usage: { ...usage, p99: 399 } },
      ["usage.p99 must be at least the usage at P50 (400), got 399"],
    ],
    [
      "a bound of a tier below 0",
      {
        ...SAMPLE,
        tariffs: [flat, { ...hybrid, tiers: [{ upTo: -5, unitPrice: 0 }, { unitPrice: 1 }] }],
      },
      ["tariffs[1].tiers[0].upTo must be 0 or more, got -5"],
    ],
    [
      "tiers out of order",
      {
        ...SAMPLE,
        tariffs: [
          flat,
          {
            ...hybrid,
            tiers: [{ upTo: 500, unitPrice: 0 }, { upTo: 400, unitPrice: 1 }, { unitPrice: 1 }],
          },
        ],
      },
      ["tariffs[1].tiers[1].upTo must be above the tier before (500), got 400"],
    ],
    [
      "a target of 100%",
      { ...SAMPLE, targets: { ...targets, margin: 1 } },
      ["targets.margin must be below 100%, got 100%"],
    ],
    [
      "no customers",
      { ...SAMPLE, product: { ...product, customers: 0 } },
      ["product.customers must be a whole number, 1 or more, got 0"],
    ],
    [
      "a focus beyond the tariffs",
      { ...SAMPLE, focus: 7 },
      ["focus must be a whole number, from 1 to 6, got 7"],
    ],
    [
      "a lever's tariff beyond the tariffs",
      { ...SAMPLE, levers: { ...levers, usageTariff: 7 } },
      ["levers.usageTariff must be a whole number, from 1 to 6, got 7"],
    ],
    [
      "61 months",
      { ...SAMPLE, growth: { ...growth, months: 61 } },
      ["growth.months must be a whole number, from 12 to 60, got 61"],
    ],
    [
      "a month of no length",
      { ...SAMPLE, growth: { ...growth, months: 1e9 } },
      ["growth.months must be a whole number, from 12 to 60, got 1000000000"],
    ],
    [
      "a share above 1",
      { ...SAMPLE, levers: { ...levers, responseHitRate: 1.5 } },
      ["levers.responseHitRate must be from 0% to 100%, got 150%"],
    ],
  ])("%s is refused", (_, json, problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });

  test("an unknown model is refused with the nearest names", () => {
    const legs = [{ model: "claude-sonet-4-5", basePrompt: 1000, outputPerCall: 100 }];
    expect(problemsOf({ ...LEAST, task: { legs } })).toEqual([
      expect.stringMatching(
        /^task\.legs\[0\]\.model: Unknown model "claude-sonet-4-5"; did you mean .*"?claude-sonnet-4-5/,
      ),
    ]);
  });

  test("P99 may equal P50, and the sample's last month and tariff are inside", () => {
    expect(problemsOf({ ...SAMPLE, usage: { ...usage, p99: 400 } })).toEqual([]);
    expect(problemsOf({ ...SAMPLE, focus: 6, growth: { ...growth, months: 60 } })).toEqual([]);
  });
});

test("all problems are told at once, and none twice", () => {
  const json = {
    ...SAMPLE,
    product: { ...product, customers: 0, seats: "two" },
    usage: { ...usage, p99: 399 },
    task: { ...task, failureRate: 2 },
    focus: 9,
  };
  expect([...problemsOf(json)].sort()).toEqual([
    "focus must be a whole number, from 1 to 6, got 9",
    "product.customers must be a whole number, 1 or more, got 0",
    'product.seats must be a number, got "two"',
    "task.failureRate must be from 0% to 100%, got 200%",
    "usage.p99 must be at least the usage at P50 (400), got 399",
  ]);
});

/** The value at a path such as "tariffs[1].tiers[0].upTo". */
function valueAt(whole: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], whole);
}

test("the path of every input leads to what its cell holds", () => {
  const model = scenarioModel(SAMPLE);
  const wrong = [...model.entries].flatMap(([name, { sheet, definition }]) => {
    const isOwn = "input" in definition || "inputs" in definition;
    if (!isOwn || !["assumptions", "prices"].includes(sheet)) return [];
    return model.values(name).flatMap((value, place) => {
      const path = inputPath(SAMPLE, name, place);
      // Blank rows of tiers that a tariff does not have.
      if (path === undefined || value === null) return [];
      return valueAt(SAMPLE, path) === value ? [] : [`${name}/${place}: ${path}`];
    });
  });
  expect(wrong).toEqual([]);
});

test("only units of measurement are inputs of the sheets alone", () => {
  const model = scenarioModel(SAMPLE);
  const alone = [...model.entries].flatMap(([name, { sheet, definition }]) =>
    ("input" in definition || "inputs" in definition) &&
    ["assumptions", "prices"].includes(sheet) &&
    inputPath(SAMPLE, name) === undefined
      ? [name]
      : [],
  );
  expect(alone.sort()).toEqual(["minutesPerHour", "monthsPerYear"]);
});

test("a scenario written as JSON and read again is the same", () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      const json: unknown = JSON.parse(JSON.stringify(scenario));
      const model = scenarioModel(scenario);
      // Whatever the form refuses, the file refuses too, and nothing else.
      const refused = scenarioProblems(scenario, model, DAY).size > 0;
      const read = readScenario(json, DAY);
      expect("problems" in read).toBe(refused);
      if (!refused) expect(read).toEqual({ scenario });
    }),
    { seed: 20261125, numRuns: 40 },
  );
});
