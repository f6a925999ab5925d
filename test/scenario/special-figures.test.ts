import { scenarioModel } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { type Scenario, SENSITIVITY_DRIVERS, type TariffInput } from "../../src/scenario/scenario";

/** The sample with other tariffs than its own, made from the one named. */
function withTariff(name: string, change: Partial<TariffInput>): Scenario {
  const found = SAMPLE.tariffs.find((tariff) => tariff.name === name);
  if (!found) throw new Error(`the sample has no tariff ${name}`);
  return { ...SAMPLE, tariffs: [{ ...found, ...change }] };
}

function withProduct(change: Partial<Scenario["product"]>): Scenario {
  return { ...SAMPLE, product: { ...SAMPLE.product, ...change } };
}

describe("contribution margin", () => {
  test("holds no fixed cost that is COGS", () => {
    const model = scenarioModel(withProduct({ platformCost: 2000 }));
    // 1 - 787.6102 x 0.06 / 99
    expect(model.value("summary.contribution")).toBeCloseTo(0.52266, 5);
    expect([7, 8].map((place) => model.value("policy.variable", place))).toEqual([0, 0]);
  });

  test("holds a fixed cost that the policy puts below the line", () => {
    const policy = { ...SAMPLE.policy, fixed: "Variable" } as const;
    const model = scenarioModel({ ...SAMPLE, policy });
    // 1 - 47.25661 / 99; with the fixed cost of 9 beside it 1 - 56.25661 / 99
    expect(model.value("summary.margin")).toBeCloseTo(0.52266, 5);
    expect(model.value("summary.contribution")).toBeCloseTo(0.43175, 5);
  });

  test("holds each customer's part of a platform that the policy puts below the line", () => {
    const policy = { ...SAMPLE.policy, platform: "Variable" } as const;
    const model = scenarioModel({ ...withProduct({ platformCost: 2000 }), policy });
    // 1 - (47.25661 + 2,000 / 1,000) / 99
    expect(model.value("summary.contribution")).toBeCloseTo(0.50246, 5);
  });
});

test("customers lost leave the cost of the platform behind", () => {
  const model = scenarioModel(withProduct({ platformCost: 10000 }));
  // Flat seat: 1,000 x (99 - 47.25661 - 9) - 10,000 = 32,743.39; metered, each customer
  // 787.6102 x 0.18 - 47.25661 - 9 = 85.51322: 1 - (32,743.39 + 10,000) / 85,513.22
  expect(model.value("tariff.churnToBear", 2)).toBeCloseTo(0.500155, 6);
});

test("every customer may go where the tariff in focus makes a loss", () => {
  const [flat, , metered] = SAMPLE.tariffs;
  if (!flat || !metered) throw new Error("the sample has three tariffs and more");
  const model = scenarioModel({ ...SAMPLE, tariffs: [{ ...flat, baseFee: 50 }, metered] });
  // 50 - 56.26 is a loss: without any customer there is none.
  expect(model.value("tariff.churnToBear", 1)).toBe("all");
});

describe("the price that is solved", () => {
  test("is the unit price where it is the only one", () => {
    const model = scenarioModel(withTariff("Metered", {}));
    expect(model.value("tariff.solvedPrice")).toBe("unit price");
    // 56.25661 / 0.4 over 787.6102 tasks
    expect(model.value("tariff.solvedFloor")).toBeCloseTo(0.178567, 6);
  });

  test.each([
    {
      of: "units that cost nothing before those that do",
      tiers: [
        { upTo: 1000, unitPrice: 0, flatFee: 0 },
        { upTo: null, unitPrice: 0.15, flatFee: 0 },
      ],
    },
    { of: "a fee of the tier", tiers: [{ upTo: null, unitPrice: 0.15, flatFee: 5 }] },
  ])("is all prices where there are more: $of", ({ tiers }) => {
    const model = scenarioModel(withTariff("Graduated", { baseFee: 0, tiers }));
    expect(model.value("tariff.solvedPrice")).toBe("all prices");
    expect(model.value("tariff.solvedFloor")).toBe("see the factor");
  });

  test("is none where nothing is billed, whatever the factor", () => {
    const model = scenarioModel(withTariff("Flat seat", { baseFee: 0 }));
    expect(model.value("tariff.solvedPrice")).toBe("none");
    expect(model.value("tariff.solvedFloor")).toBe("none");
  });

  test("is a base fee that is not needed where usage alone reaches the target", () => {
    const tiers = [
      { upTo: 1000, unitPrice: 0, flatFee: 0 },
      { upTo: null, unitPrice: 5, flatFee: 0 },
    ];
    const model = scenarioModel(withTariff("Hybrid", { tiers }));
    // 5 x 293.90 units over 1,000 is more than 140.64
    expect(model.value("tariff.solvedPrice")).toBe("base fee");
    expect(model.value("tariff.solvedFloor")).toBe("none needed");
  });
});

test("another model is cached where the leg is today", () => {
  const [agent, ...others] = SAMPLE.task.legs;
  if (!agent) throw new Error("the sample has legs");
  const legs = [{ ...agent, promptCaching: 1 }, ...others];
  const model = scenarioModel({ ...SAMPLE, task: { ...SAMPLE.task, legs } });
  // 7,500 tokens read at 90% of the read and 10% of the write price, 3,500 written, 800 out:
  // today 0.0299625, the student 0.0059925, the small model 0.002496875; rewriting, not cached:
  // 0.0004, 0.00096 and 0.0004
  expect(model.value("lever.touched", 3)).toBeCloseTo(1 - 0.0069525 / 0.0303625, 9);
  // 0.0003 / (0.9 x 0.0303625 - 0.002896875)
  expect(model.value("breakEven.routed")).toBeCloseTo(0.0122803, 7);
});

describe("the forecast", () => {
  const still = {
    ...SAMPLE.growth,
    newCustomers: 0,
    churn: 0,
    usageGrowth: 0,
    modelPriceDeclinePerYear: 0,
  };

  test("says how many months of each fiscal year it holds", () => {
    const growth = { ...SAMPLE.growth, fiscalYearEnd: 6 };
    const model = scenarioModel({ ...SAMPLE, growth });
    // 36 months from January 2026, years that end in June
    expect([0, 1, 2, 3].map((place) => model.value("year.months", place))).toEqual([6, 12, 12, 6]);
    expect(scenarioModel(SAMPLE).value("year.months", 3)).toBe(0);
  });

  test("shares the platform among the customers of the month", () => {
    const growth = { ...still, newCustomers: 250 };
    const model = scenarioModel({ ...withProduct({ platformCost: 5000 }), growth });
    // 24 + 9 + 5,000 / 1,000, and a month later 5,000 / 1,250
    expect(model.value("forecast.cogs.p50", 0)).toBeCloseTo(38, 9);
    expect(model.value("forecast.cogs.p50", 1)).toBeCloseTo(37, 9);
  });

  test("serves free users at the month's cost of a task", () => {
    const growth = { ...still, modelPriceDeclinePerYear: 0.2 };
    const model = scenarioModel({ ...withProduct({ freeUsers: 1, freeUsage: 20 }), growth });
    // After a year a task costs 0.0454 x 0.8 + 0.0146 = 0.05092: (400 + 20) of them and 9
    expect(model.value("forecast.cogs.p50", 12)).toBeCloseTo(30.3864, 9);
  });
});

describe("the tornado", () => {
  const exchange = SENSITIVITY_DRIVERS.indexOf("exchangeRate");

  test("moves no exchange rate between a currency and itself", () => {
    expect(scenarioModel(SAMPLE).value("driver.swing", exchange)).toBe(0);
  });

  test.each([{ priceCurrency: "EUR" }, { exchangeRate: 0.9 }])(
    "moves the exchange rate where there is one: %o",
    (change) => {
      const model = scenarioModel(withProduct(change));
      // From 0.9 to 1.1 of 56.25661 at 1, or 50.63095 at 0.9, over the price of 99
      const cost = "exchangeRate" in change ? 50.63095 : 56.25661;
      expect(model.value("driver.swing", exchange)).toBeCloseTo((0.2 * cost) / 99, 6);
    },
  );
});

test.each([
  [{}, "OK"],
  [{ exchangeRate: 0.9 }, "Look"],
  [{ exchangeRate: 0.9, priceCurrency: "EUR" }, "OK"],
])("asks to look at an exchange rate of a currency to itself: %o", (change, light) => {
  const model = scenarioModel(withProduct(change));
  expect(model.value("check.currency")).toBe(light);
  expect(model.value("check.overall")).toBe(light);
});
