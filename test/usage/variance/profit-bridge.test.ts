import fc from "fast-check";
import { costFactors } from "../../../src/usage/variance/cost-factors";
import type { PeriodFigures, PeriodModel } from "../../../src/usage/variance/period-figures";
import { listPrices, plannedPeriod } from "../../../src/usage/variance/periods";
import { type ProfitBridge, profitBridge } from "../../../src/usage/variance/profit-bridge";
import { FIRST, period, SECOND } from "./periods-data";

/** What each step adds to gross profit, to the millionth, without those that add nothing. */
function effects({ steps }: ProfitBridge): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    if (!before) continue;
    const profit = (of: typeof step) => of.revenue - of.inference - of.other;
    const change = Math.round((profit(step) - profit(before)) * 1e6) / 1e6;
    if (change !== 0) found[step.key] = change;
  }
  return found;
}

test("takes the change of gross profit apart step by step", () => {
  const bridge = profitBridge(FIRST, SECOND);
  expect(effects(bridge)).toEqual({
    // 9 customer-months for 6: half of 600 - 180
    volume: 210,
    // revenue 3 x 100 + 480 = 780 for 900; inference 60 + 600 x 120 / 1.2 / 600 = 160 for 270
    mix: -10,
    // a does 150 tasks more at 0.20
    tasks: -30,
    // a pays 330 for 300
    price: 30,
    // 228 / 1.2 = 190 is now 228
    exchange: -38,
    // 70 for 50
    other: -20,
  });
  // a: 100 a month x (450 tasks / 100 a month - 3 months)
  expect(bridge.revenueOfTasks).toBeCloseTo(150, 9);
  expect(bridge.isSplit).toBe(false);
});

const model = (name: string, cost: number, tokens: Partial<PeriodModel>): PeriodModel => ({
  model: name,
  input: 0,
  cacheRead: 0,
  cacheWrite: 0,
  output: 0,
  cost,
  ...tokens,
});

describe("one thing that changes", () => {
  const X = model("x", 180, { input: 9000, output: 9000 });
  const before = period(
    "1",
    { a: [3, 300, 300, 60], b: [3, 600, 300, 120] },
    { models: [X], other: 50 },
  );
  const prices = new Map([["x", { input: 1, output: 3, cacheRead: 0.1, cacheWrite: 1 }]]);
  const twice = (figures: PeriodFigures): PeriodFigures => ({
    ...figures,
    customers: figures.customers.map((each) => ({
      ...each,
      months: 2 * each.months,
      tasks: 2 * each.tasks,
      revenue: 2 * each.revenue,
      inference: 2 * each.inference,
    })),
    models: [model("x", 360, { input: 18_000, output: 18_000 })],
  });
  const costs = (cost: number, of: PeriodModel): Partial<PeriodFigures> => ({
    customers: before.customers.map((each) => ({
      ...each,
      inference: each.inference * (cost / 180),
    })),
    models: [of],
  });

  test.each<[string, Partial<PeriodFigures>, Record<string, number>]>([
    ["nothing", {}, {}],
    ["twice the months", twice(before), { volume: 420 }],
    [
      "prices 10% up",
      { customers: before.customers.map((c) => ({ ...c, revenue: c.revenue * 1.1 })) },
      { price: 60 },
    ],
    [
      "twice the tokens",
      costs(360, model("x", 360, { input: 18_000, output: 18_000 })),
      { tokens: -180 },
    ],
    // a token costs 0.5 x 3 + 0.5 = 2 units; with 3 in 4 of input, 0.25 x 3 + 0.75 = 1.5
    ["less output", costs(135, model("x", 135, { input: 13_500, output: 4500 })), { tokens: 45 }],
    // 0.5 x 3 + 0.5 x 0.1 = 1.55 units for 2
    [
      "all input cached",
      costs(139.5, model("x", 139.5, { cacheRead: 9000, output: 9000 })),
      { caching: 40.5 },
    ],
    ["vendor prices 10% down", costs(162, { ...X, cost: 162 }), { vendor: 18 }],
    // the provider bills the same, which is worth 25% more
    ["a dearer currency", { ...costs(225, X), exchangeRate: 1.25 }, { exchange: -45 }],
    ["more support", { other: 80 }, { other: -30 }],
  ])("is one step: %s", (_, change, expected) => {
    expect(effects(profitBridge(before, { ...before, ...change }, prices))).toEqual(expected);
  });
});

describe("cost of a task", () => {
  const before = [
    model("x", 40, { input: 100, output: 100 }),
    model("y", 10, { input: 100, output: 100 }),
  ];
  const prices = new Map([["x", { input: 1, output: 3, cacheRead: 0.1, cacheWrite: 1 }]]);

  test("follows tokens, then the mix of models, then caching", () => {
    const after = [
      model("x", 1, { input: 50, cacheRead: 50, output: 100 }),
      model("y", 1, { input: 300, output: 300 }),
    ];
    const factors = costFactors(before, after, [10, 10], prices);
    // 800 tokens for 400
    expect(factors?.tokens).toBeCloseTo(2, 12);
    // (0.25 x 0.2 + 0.75 x 0.05) / (0.5 x 0.2 + 0.5 x 0.05)
    expect(factors?.modelMix).toBeCloseTo(0.7, 12);
    // x: (0.5 x 3 + 0.5 x 0.55) / (0.5 x 3 + 0.5) = 0.8875; (0.05 x 0.8875 + 0.0375) / 0.0875
    expect(factors?.caching).toBeCloseTo(0.9357142857, 9);
  });

  test("counts tokens by task", () => {
    expect(costFactors(before, before, [10, 5], prices)?.tokens).toBeCloseTo(2, 12);
  });

  test("lets new models come in at their own price", () => {
    const [x] = before;
    if (!x) throw new Error("there is a model");
    const after = [x, model("z", 80, { input: 200 })];
    // shares of a half; x at 40 / 200, z at 80 / 200
    expect(costFactors([x], after, [1, 1], prices)?.modelMix).toBeCloseTo(1.5, 12);
  });

  test("is told apart beside models without tokens whose cost is known", () => {
    const [x, y] = before;
    if (!x || !y) throw new Error("there are models");
    const unpriced = [model("new", 0, {}), model("images", 9, {})];
    const after = [{ ...y, input: 300, output: 300 }, x, ...unpriced];
    const factors = costFactors([...before, model("images", 4, {})], after, [1, 1], prices);
    // a quarter of x at 0.20, three quarters of y at 0.05; both a half before: 0.0875 for 0.125
    expect(factors?.modelMix).toBeCloseTo(0.7, 12);
    // 800 tokens for 400
    expect(factors?.tokens).toBeCloseTo(2, 12);
  });

  test("is not told apart without tokens", () => {
    expect(costFactors([], before, [1, 1], prices)).toBeNull();
    expect(costFactors(before, [], [1, 1], prices)).toBeNull();
  });
});

test("the steps lead from one gross profit to the other, whatever the periods", () => {
  const amount = fc.integer({ min: 0, max: 1000 });
  const customers = fc.dictionary(
    fc.constantFrom("a", "b", "c", "d"),
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 900 }), amount, amount),
    { minKeys: 1 },
  );
  const figures = fc
    .tuple(customers, amount, fc.double({ min: 0.5, max: 2, noNaN: true }), fc.boolean(), amount)
    .map(([each, other, exchangeRate, isByCustomer, tokens]) =>
      period("p", each, {
        other,
        exchangeRate,
        isByCustomer,
        models: [
          model("x", 5, { input: tokens, cacheRead: 3, output: 7 }),
          model("y", 2, { output: tokens }),
        ],
      }),
    );
  const prices = new Map([["x", { input: 1, output: 4, cacheRead: 0.1, cacheWrite: 1.25 }]]);
  const profit = (of: PeriodFigures) =>
    of.customers.reduce((sum, each) => sum + each.revenue - each.inference, 0) - of.other;
  fc.assert(
    fc.property(figures, figures, (first, second) => {
      const sum = Object.values(effects(profitBridge(first, second, prices))).reduce(
        (a, b) => a + b,
        0,
      );
      expect(sum).toBeCloseTo(profit(second) - profit(first), 4);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test("sees no exchange rate move where the periods are billed in different currencies", () => {
  const euros = period(
    "1",
    { a: [1, 100, 300, 55] },
    { exchangeRate: 1.1, billedIn: "EUR", models: [model("x", 50, { input: 100 })] },
  );
  const dollars = period(
    "2",
    { a: [1, 100, 300, 66] },
    { billedIn: "USD", models: [model("x", 33, { input: 100 }), model("y", 33, { input: 100 })] },
  );
  // Twice the tokens at 0.55: -55. y comes in at 0.33, x costs 0.55: 0.44 each for 0.55 is 22.
  // The rest: 88 for 66.
  expect(effects(profitBridge(euros, dollars))).toEqual({ tokens: -55, models: 22, vendor: 22 });
});

test("a plan has no customers of its own, so there is no mix", () => {
  const plan = plannedPeriod({
    label: "Plan",
    customers: 2,
    months: 3,
    tasksPerCustomerMonth: 150,
    revenuePerCustomerMonth: 100,
    inferencePerTask: 0.2,
    otherCogs: 50,
    exchangeRate: 1,
  });
  // 6 customer-months, 900 tasks, revenue 600, inference 180: as the first period
  expect(effects(profitBridge(plan, FIRST))).toEqual({});
  expect(effects(profitBridge(plan, SECOND))).not.toHaveProperty("mix");
});

test("refuses periods without customers or tasks, and rates that are none", () => {
  expect(() => profitBridge(period("1", {}), SECOND)).toThrow(
    "the first period has no customer-months",
  );
  expect(() => profitBridge(period("1", { a: [1, 0, 9, 0] }), SECOND)).toThrow(
    "the first period has no tasks",
  );
  expect(() => profitBridge(FIRST, period("2", { a: [1, 0, 9, 0] }))).toThrow(
    "the second period has no tasks",
  );
  expect(() => profitBridge(FIRST, { ...SECOND, exchangeRate: 0 })).toThrow(
    "exchangeRate of the second period",
  );
});

test("finds list prices of the models that the catalog knows", () => {
  const models = [
    model("claude-sonnet-4-5", 1, { input: 1 }),
    model("no such model", 1, { input: 1 }),
  ];
  const prices = listPrices([period("1", {}, { models })], 46_000);
  // Source: list prices of Claude Sonnet 4.5: 3, 15, 0.30 and 3.75 $ per million tokens
  expect([...prices]).toEqual([
    ["claude-sonnet-4-5", { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 }],
  ]);
});
