import fc from "fast-check";
import {
  breakEvenEscalation,
  combinedSaving,
  combinedSavingParts,
  distillationBreakEven,
  distillationPayback,
  distilledCost,
  grossMargin,
  logMeanParts,
  routedCost,
  shapley,
  targetRoutedShare,
  waterfall,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const savings = fc.array(share, { minLength: 1, maxLength: 6 });

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe("the cost with routing", () => {
  it("pays both models for an escalated task", () => {
    // 0.0003 + 0.75 x (0.004 + 0.0005 + 0.15 x 0.03) + 0.25 x 0.03 = 0.0003 + 0.00675 + 0.0075
    const cost = routedCost(0.03, 0.004, 0.75, 0.15, 0.0003, 0.0005);
    expect(cost).toBeCloseTo(0.01455, 12);
    expect(1 - cost / 0.03).toBeCloseTo(0.515, 12);
  });

  it("is pure routing or a cascade, published as one thing at 80/20 of 0.10 and 15", () => {
    // 0.8 x 0.1 + 0.2 x 15, and 0.1 + 0.2 x 15
    expect(routedCost(15, 0.1, 0.8)).toBeCloseTo(3.08, 12);
    expect(routedCost(15, 0.1, 1, 0.2)).toBeCloseTo(3.1, 12);
  });

  it("is above the large model alone where every task escalates", () => {
    // 0.0003 + 0.004 + 0.0005 + 0.03 = 0.0348, 16% more
    expect(routedCost(0.03, 0.004, 1, 1, 0.0003, 0.0005)).toBeCloseTo(0.0348, 12);
  });

  it("is the router and the large model where nothing is routed", () => {
    // 0.0003 + 0.03
    expect(routedCost(0.03, 0.004, 0, 0.5, 0.0003, 0.0005)).toBeCloseTo(0.0303, 12);
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => routedCost(0.03, 0.004, 1.1))).toBe(
      "#NUM! smallShare must be from 0 to 1, got 1.1",
    );
    expect(failure(() => routedCost(0.03, 0.004, 0.5, -0.1))).toMatch(/^#NUM! escalationRate/);
    expect(failure(() => routedCost(0.03, 0.004, 0.5, 0, -1))).toMatch(/^#NUM! routerCost/);
    expect(failure(() => routedCost(0.03, 0.004, 0.5, 0, 0, -1))).toMatch(/^#NUM! judgeCost/);
  });
});

describe("the break-even escalation rate", () => {
  it("is 83.67% in the example", () => {
    // 1 - (0.004 + 0.0005 + 0.0003 / 0.75) / 0.03 = 1 - 0.0049 / 0.03
    const rate = breakEvenEscalation(0.03, 0.004, 0.75, 0.0003, 0.0005);
    expect(rate).toBeCloseTo(0.8367, 4);
    expect(routedCost(0.03, 0.004, 0.75, rate, 0.0003, 0.0005)).toBeCloseTo(0.03, 12);
  });

  it("is 0 where both models cost the same, and does not exist beyond", () => {
    expect(breakEvenEscalation(0.5, 0.5, 1)).toBe(0);
    expect(failure(() => breakEvenEscalation(0.5, 0.51, 1))).toMatch(
      /^#NUM! .* routing does not pay even without escalation$/,
    );
  });

  it("is 1 where the small model is free", () => {
    expect(breakEvenEscalation(0.5, 0, 1)).toBe(1);
  });

  it("is undefined where nothing is routed or the large model is free", () => {
    expect(failure(() => breakEvenEscalation(0.5, 0.1, 0))).toMatch(/^#DIV\/0! smallShare/);
    expect(failure(() => breakEvenEscalation(0, 0, 1))).toMatch(/^#DIV\/0! largeCost/);
  });
});

describe("the routed share that reaches a cost", () => {
  it("is 22.8% in the example", () => {
    // (0.06 + 0.0004 - 0.051) / (0.06 - 0.006 - 0.0008 - 0.2 x 0.06) = 0.0094 / 0.0412
    const routed = targetRoutedShare(0.051, 0.06, 0.006, 0.2, 0.0004, 0.0008);
    expect(routed).toBeCloseTo(0.228155, 6);
    expect(routedCost(0.06, 0.006, routed, 0.2, 0.0004, 0.0008)).toBeCloseTo(0.051, 12);
  });

  it("is 0 where the large model alone does, and 1 where every task must be routed", () => {
    expect(targetRoutedShare(0.5, 0.5, 0.25)).toBe(0);
    expect(targetRoutedShare(0.6, 0.5, 0.25)).toBe(0);
    expect(targetRoutedShare(0.25, 0.5, 0.25)).toBe(1);
  });

  it("does not exist below the cost of routing every task, or where routing saves nothing", () => {
    expect(failure(() => targetRoutedShare(0.24, 0.5, 0.25))).toBe(
      "#NUM! no routed share reaches a cost of 0.24: it is 0.5 at 0% and 0.25 at 100%",
    );
    expect(failure(() => targetRoutedShare(0.4, 0.5, 0.6))).toMatch(/^#NUM! no routed share/);
  });
});

describe("distillation", () => {
  it("spreads training over its tasks", () => {
    // 0.01 + (20,000 / 12 + 1,500) / 100,000 = 0.01 + 3,166.666… / 100,000
    const cost = distilledCost(0.01, 20_000, 12, 100_000, 1500);
    expect(cost).toBeCloseTo(0.041667, 6);
    // 16.7% off 0.05, not the 80% of the tokens
    expect(1 - cost / 0.05).toBeCloseTo(0.1667, 4);
  });

  it("is undefined without life or tasks", () => {
    expect(failure(() => distilledCost(0.01, 20_000, 0, 100_000))).toMatch(/^#DIV\/0! lifeMonths/);
    expect(failure(() => distilledCost(0.01, 20_000, 12, 0))).toMatch(/^#DIV\/0! tasksPerMonth/);
    expect(failure(() => distilledCost(0.01, -1, 12, 100))).toMatch(/^#NUM! trainingCost/);
    expect(failure(() => distilledCost(0.01, 1, 12, 100, -1))).toMatch(/^#NUM! fixedPerMonth/);
  });

  it("pays from a volume on", () => {
    // 3,166.666… / 0.04
    const tasks = distillationBreakEven(0.05, 0.01, 20_000, 12, 1500);
    expect(tasks).toBeCloseTo(79_166.67, 2);
    expect(distilledCost(0.01, 20_000, 12, tasks, 1500)).toBeCloseTo(0.05, 12);
  });

  it("never pays where the student saves nothing", () => {
    expect(failure(() => distillationBreakEven(0.05, 0.05, 20_000, 12))).toBe(
      "#N/A never pays: a task costs 0.05 on the student and 0.05 on the teacher",
    );
    expect(failure(() => distillationBreakEven(0.05, 0.06, 20_000, 12))).toMatch(/^#N\/A/);
  });

  it("pays back in months, or never at too few tasks", () => {
    // 20,000 / (100,000 x 0.04 - 1,500)
    expect(distillationPayback(0.05, 0.01, 20_000, 100_000, 1500)).toBeCloseTo(8, 9);
    // 10,000 x 0.04 = 400 a month do not cover 1,500; nor do 37,500 x 0.04 = 1,500
    expect(failure(() => distillationPayback(0.05, 0.01, 20_000, 10_000, 1500))).toMatch(
      /^#N\/A never pays back/,
    );
    expect(failure(() => distillationPayback(0.75, 0.25, 20_000, 3000, 1500))).toMatch(/^#N\/A/);
    // One task a month more: 20,000 / 0.5
    expect(distillationPayback(0.75, 0.25, 20_000, 3001, 1500)).toBe(40_000);
    expect(distillationPayback(0.05, 0.01, 0, 100_000, 1500)).toBe(0);
  });
});

describe("the combined saving", () => {
  it("multiplies what is left, and never adds", () => {
    // 1 - 0.7 x 0.4 x 0.6, not 130%
    expect(combinedSaving([0.3, 0.6, 0.4])).toBeCloseTo(0.832, 12);
  });

  it("counts a saving for the part of the bill that it touches", () => {
    // 70% off the 80% that is inference: 1 - (1 - 0.56)
    const saved = combinedSaving([0.7], [0.8]);
    expect(saved).toBeCloseTo(0.56, 12);
    // A margin of 40% rises to 1 - 0.6 x 0.44 = 73.6%
    expect(grossMargin(1, 0.6 * (1 - saved))).toBeCloseTo(0.736, 12);
  });

  it("is the saving itself where there is one, 0 for none and 1 for all", () => {
    expect(combinedSaving([0.25])).toBe(0.25);
    expect(combinedSaving([0, 0])).toBe(0);
    expect(combinedSaving([0.3, 1])).toBe(1);
    expect(combinedSaving([1, 1], [0, 0.5])).toBe(0.5);
  });

  it("wants a share for every saving, and at least one", () => {
    expect(failure(() => combinedSaving([0.3, 0.6], [1]))).toBe(
      "#VALUE! savings has 2 entries and shares has 1; expected equally many",
    );
    expect(failure(() => combinedSaving([]))).toBe("#VALUE! savings must have at least one entry");
  });

  it("refuses savings and shares outside 0 to 1", () => {
    expect(failure(() => combinedSaving([0.3, 1.1]))).toBe(
      "#NUM! savings, entry 2, must be from 0 to 1, got 1.1",
    );
    expect(failure(() => combinedSaving([-0.1]))).toMatch(/^#NUM! savings/);
    expect(failure(() => combinedSaving([0.3], [1.1]))).toMatch(/^#NUM! shares, entry 1,/);
  });

  it("is at most 1, at least the largest and at most the sum", () => {
    fc.assert(
      fc.property(savings, (each) => {
        const saved = combinedSaving(each);
        expect(saved).toBeLessThanOrEqual(1);
        expect(saved).toBeGreaterThanOrEqual(Math.max(...each) - 1e-12);
        expect(saved).toBeLessThanOrEqual(sum(each) + 1e-12);
      }),
      SEEDED,
    );
  });
});

describe("attribution", () => {
  // A bill of 100 with levers of 30%, 60% and 40%: 16.8 is left.
  const left = { cache: 0.7, distil: 0.4, route: 0.6 };
  type Lever = keyof typeof left;
  const bill = (applied: ReadonlySet<Lever>) =>
    [...applied].reduce((cost, lever) => cost * left[lever], 100);
  const changes = (parts: readonly { change: number }[]) => parts.map(({ change }) => change);

  it("by waterfall gives each lever what it changes after those before", () => {
    // 100 to 70 to 28 to 16.8
    const forwards = waterfall(["cache", "distil", "route"], bill);
    for (const [i, change] of [-30, -42, -11.2].entries()) {
      expect(forwards[i]?.change).toBeCloseTo(change, 10);
    }
    // 100 to 60 to 24 to 16.8: the same levers, other parts
    const backwards = waterfall(["route", "distil", "cache"], bill);
    expect(backwards.map(({ lever }) => lever)).toEqual(["route", "distil", "cache"]);
    for (const [i, change] of [-40, -36, -7.2].entries()) {
      expect(backwards[i]?.change).toBeCloseTo(change, 10);
    }
  });

  it("by Shapley gives each lever its mean over all orders", () => {
    // 30 x (1/3 + (0.4 + 0.6) / 6 + 0.24 / 3), 60 x (1/3 + 1.3 / 6 + 0.42 / 3),
    // 40 x (1/3 + 1.1 / 6 + 0.28 / 3)
    const parts = shapley(["cache", "distil", "route"], bill);
    expect(parts.map(({ lever }) => lever)).toEqual(["cache", "distil", "route"]);
    for (const [i, change] of [-17.4, -41.4, -24.4].entries()) {
      expect(parts[i]?.change).toBeCloseTo(change, 10);
    }
    expect(sum(changes(parts))).toBeCloseTo(-83.2, 10);
  });

  it("of two levers is half of each order", () => {
    // 30 x (1 + 0.4) / 2 and 60 x (1 + 0.7) / 2
    const [cache, distil] = shapley(["cache", "distil"], bill);
    expect(cache?.change).toBeCloseTo(-21, 10);
    expect(distil?.change).toBeCloseTo(-51, 10);
  });

  it("sees levers that work against each other through the figure itself", () => {
    // Either alone saves 10; a hit needs no routing, so both together save 10 too.
    const parts = shapley(["cache", "route"], (applied) => (applied.size > 0 ? 90 : 100));
    expect(changes(parts)).toEqual([-5, -5]);
  });

  it("is nothing without levers, the whole with one, and takes up to eight", () => {
    expect(shapley([], () => 100)).toEqual([]);
    expect(waterfall([], () => 100)).toEqual([]);
    expect(shapley(["cache"], (on) => (on.size ? 70 : 100))).toEqual([
      { lever: "cache", change: -30 },
    ]);
    const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    // Equal levers of a figure of 2^8: 255 / 8 each
    for (const { change } of shapley(names, (on) => 2 ** on.size)) {
      expect(change).toBeCloseTo(31.875, 10);
    }
    expect(failure(() => shapley([...names, "i"], () => 0))).toBe("#NUM! at most 8 levers, got 9");
  });

  it("fails as its figure fails, and where that is no number", () => {
    expect(failure(() => shapley(["a"], (on) => grossMargin(on.size, 1)))).toMatch(/^#DIV\/0!/);
    expect(failure(() => waterfall(["a"], () => NaN))).toMatch(/^#NUM!/);
    expect(failure(() => shapley(["a"], () => Infinity))).toMatch(/^#NUM!/);
  });

  it("sums to the whole change, whatever the figure; Shapley's is free of order", () => {
    const names = ["a", "b", "c", "d"] as const;
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(values, (table) => {
        const figure = (on: ReadonlySet<(typeof names)[number]>) =>
          table[names.reduce((bits, name, i) => bits + (on.has(name) ? 2 ** i : 0), 0)] ?? NaN;
        const whole = (table[15] ?? NaN) - (table[0] ?? NaN);
        const parts = shapley(names, figure);
        expect(sum(changes(parts))).toBeCloseTo(whole, 9);
        expect(sum(changes(waterfall(names, figure)))).toBeCloseTo(whole, 9);
        for (const { lever, change } of shapley([...names].reverse(), figure)) {
          const same = parts.find((part) => part.lever === lever);
          expect(change).toBeCloseTo(same?.change ?? NaN, 9);
        }
      }),
      SEEDED,
    );
  });
});

describe("the parts of a combined saving", () => {
  it("are 17.4, 41.4 and 24.4 points of 83.2", () => {
    const parts = combinedSavingParts([0.3, 0.6, 0.4]);
    for (const [i, part] of [0.174, 0.414, 0.244].entries()) {
      expect(parts[i]).toBeCloseTo(part, 12);
    }
  });

  it("come near by logarithms", () => {
    // 0.832 x ln 0.7 / ln 0.168, …: 0.832 / 1.783791… x 0.356675, 0.916291, 0.510826
    const parts = logMeanParts([0.3, 0.6, 0.4]);
    for (const [i, part] of [0.16636, 0.42738, 0.23826].entries()) {
      expect(parts[i]).toBeCloseTo(part, 5);
    }
  });

  it("are 0 for a lever that saves nothing", () => {
    expect(combinedSavingParts([0, 0.5])).toEqual([0, 0.5]);
    expect(logMeanParts([0, 0.5])).toEqual([0, 0.5]);
    expect(logMeanParts([0, 0])).toEqual([0, 0]);
    expect(combinedSavingParts([0.5, 1], [0, 0.5])).toEqual([0, 0.5]);
  });

  it("have no logarithm where a lever leaves nothing", () => {
    expect(failure(() => logMeanParts([0.3, 1]))).toMatch(/^#NUM! savings, entry 2, leaves/);
    // 1 x (1 + 0.7) / 2 and 0.3 x (1 + 0) / 2
    const [other, all] = combinedSavingParts([0.3, 1]);
    expect(other).toBeCloseTo(0.15, 12);
    expect(all).toBeCloseTo(0.85, 12);
  });

  it("add up to it", () => {
    const below = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.array(below, { minLength: 1, maxLength: 8 }), (each) => {
        const saved = combinedSaving(each);
        expect(sum(combinedSavingParts(each))).toBeCloseTo(saved, 10);
        expect(sum(logMeanParts(each))).toBeCloseTo(saved, 10);
      }),
      SEEDED,
    );
  });
});
