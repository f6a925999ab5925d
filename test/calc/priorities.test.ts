import fc from "fast-check";
import {
  bestWithinBudget,
  blendedEffect,
  cacPayback,
  customerRanking,
  marginShortfall,
  priceFloor,
  priorityScore,
  weightedShortestJobFirst,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

describe("the priority score", () => {
  // gain x confidence / effort
  it.each([
    [120_000, 0.8, 4, 24_000],
    [70_000, 0.8, 3, 18_666.67],
    [60_000, 0.5, 2, 15_000],
    [110_000, 0.5, 7, 7857.14],
  ])("of %d at %d over %d is %d", (gain, confidence, effort, score) => {
    expect(priorityScore(gain, confidence, effort)).toBeCloseTo(score, 2);
  });

  it("is undefined without effort, and refuses a confidence above 1", () => {
    expect(failure(() => priorityScore(1, 1, 0))).toMatch(/^#DIV\/0!/);
    expect(failure(() => priorityScore(1, 1.01, 1))).toMatch(/^#NUM! confidence/);
    expect(failure(() => priorityScore(1, 1, -1))).toMatch(/^#NUM! effort/);
  });

  it("goes with a payback of cost over monthly gain", () => {
    expect(cacPayback(40_000, 10_000)).toBe(4);
  });
});

// (8 + 5 + 4) / 1, (13 + 8 + 3) / 1, (8 + 8 + 5) / 2, (8 + 5 + 2) / 8
test.each([
  [8, 5, 4, 1, 17],
  [13, 8, 3, 1, 24],
  [8, 8, 5, 2, 10.5],
  [8, 5, 2, 8, 1.875],
])("WSJF of %d, %d, %d over %d is %d", (value, time, risk, size, mark) => {
  expect(weightedShortestJobFirst(value, time, risk, size)).toBe(mark);
});

test("WSJF is undefined without a job size", () => {
  expect(failure(() => weightedShortestJobFirst(8, 5, 4, 0))).toMatch(/^#DIV\/0!/);
});

test("a project moves the blended margin by what it adds", () => {
  // 500 / 1000 - 400 / 1000; (400 + 50) / (1000 + 500) - 0.4
  expect(blendedEffect(1000, 400, 0, 100)).toBeCloseTo(0.1, 12);
  expect(blendedEffect(1000, 400, 500, 50)).toBeCloseTo(-0.1, 12);
  expect(failure(() => blendedEffect(1000, 400, -1000, 0))).toMatch(/^#DIV\/0!/);
});

describe("dollars to target", () => {
  // At a target of 60%: 600 - 300, 300 - 150, 0 + 30, 600 - 700 -> 0
  const customers = [
    { revenue: 0, cogs: 30 },
    { revenue: 1000, cogs: 300 },
    { revenue: 1000, cogs: 700 },
    { revenue: 500, cogs: 350 },
  ];

  it("rank by money, not by ratio", () => {
    expect(customerRanking(customers, 0.6)).toEqual([
      { position: 2, shortfall: 300 },
      { position: 3, shortfall: 150 },
      { position: 0, shortfall: 30 },
      { position: 1, shortfall: 0 },
    ]);
  });

  it("put larger revenue first among equals, then the order of the input", () => {
    const equals = [
      { revenue: 100, cogs: 0 },
      { revenue: 200, cogs: 0 },
      { revenue: 100, cogs: 10 },
    ];
    expect(customerRanking(equals, 0.6).map(({ position }) => position)).toEqual([1, 0, 2]);
  });

  it("are 0 at the target and above 0 below it", () => {
    expect(marginShortfall(1000, 400, 0.6)).toBe(0);
    expect(marginShortfall(1000, 401, 0.6)).toBe(1);
    expect(marginShortfall(1000, 399, 0.6)).toBe(0);
    expect(failure(() => marginShortfall(-1, 0, 0.6))).toMatch(/^#NUM! revenue/);
    expect(failure(() => marginShortfall(1, 0, 1))).toMatch(/^#NUM! targetMargin/);
  });

  it("are what a price increase of shortfall / (1 - target) makes up for", () => {
    // 700 / 0.4 = 1750 = 1000 + 300 / 0.4
    expect(priceFloor(700, 0.6)).toBeCloseTo(1750, 8);
    expect(1000 + marginShortfall(1000, 700, 0.6) / 0.4).toBeCloseTo(1750, 8);
  });
});

describe("the best projects within a budget", () => {
  const projects = [
    { cost: 6, gain: 7 },
    { cost: 5, gain: 5 },
    { cost: 5, gain: 5 },
  ];

  it("need not be those of the best ratio", () => {
    // 5 + 5 gains 10 for 10; starting with 7 for 6 leaves 4.
    expect(bestWithinBudget(projects, 10)).toEqual([1, 2]);
  });

  it.each([
    [4, []],
    [5, [1]],
    [6, [0]],
    [11, [0, 1]],
    [16, [0, 1, 2]],
  ])("for %d are %j", (budget, chosen) => {
    expect(bestWithinBudget(projects, budget)).toEqual(chosen);
  });

  it("are found for 20 projects, and refused for more", () => {
    const twenty = Array.from({ length: 20 }, (_, i) => ({ cost: i + 1, gain: i + 1 }));
    const chosen = bestWithinBudget(twenty, 105);
    expect(chosen.reduce((sum, i) => sum + i + 1, 0)).toBe(105);
    expect(failure(() => bestWithinBudget([...twenty, { cost: 1, gain: 1 }], 5))).toBe(
      "#NUM! at most 20 projects, got 21",
    );
  });

  it("gain at least what taking them by ratio gains, within the budget", () => {
    const project = fc.record({
      cost: fc.integer({ min: 1, max: 50 }),
      gain: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(
        fc.array(project, { maxLength: 8 }),
        fc.integer({ min: 0, max: 150 }),
        (candidates, budget) => {
          const chosen = bestWithinBudget(candidates, budget).map((i) => candidates[i]);
          const sum = (pick: "cost" | "gain") => chosen.reduce((s, p) => s + (p?.[pick] ?? 0), 0);
          let left = budget;
          let greedy = 0;
          for (const { cost, gain } of [...candidates].sort(
            (a, b) => b.gain / b.cost - a.gain / a.cost,
          )) {
            if (cost > left) continue;
            left -= cost;
            greedy += gain;
          }
          expect(sum("cost")).toBeLessThanOrEqual(budget);
          expect(sum("gain")).toBeGreaterThanOrEqual(greedy);
        },
      ),
      SEEDED,
    );
  });
});
