import { scenarioModel } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import type { Scenario } from "../../src/scenario/scenario";
import type { Model } from "../../src/workbook/model";
import { modelCharts } from "../../src/workbook/model-charts";
import { PROVEN } from "./proven-scenarios";

function numbers(model: Model, name: string): number[] {
  return model.values(name).map(Number);
}

/** The sample's flat seat at another price. */
function atPrice(baseFee: number, change: Partial<Scenario["levers"]> = {}): Model {
  const [flat, ...others] = SAMPLE.tariffs;
  if (!flat) throw new Error("the sample has tariffs");
  return scenarioModel({
    ...SAMPLE,
    tariffs: [{ ...flat, baseFee }, ...others],
    levers: { ...SAMPLE.levers, ...change },
  });
}

/** Where the drawn part of each column ends, at the bottom and at the top, as a program stacks them. */
function extents(model: Model): (readonly [number, number])[] {
  const base = numbers(model, "bridge.base");
  const total = numbers(model, "bridge.total");
  const parts = ["upAbove", "upBelow", "downAbove", "downBelow"].map((name) =>
    numbers(model, `bridge.${name}`),
  );
  return base.map((start, i) => {
    const drawn = [total[i] ?? 0, ...parts.map((part) => part[i] ?? 0)];
    const sum = (sign: 1 | -1) =>
      drawn.filter((part) => part * sign > 0).reduce((a, b) => a + b, 0);
    const [up, down] = [sum(1), sum(-1)];
    // A column on one side of 0 begins at its base, one on both sides at 0.
    if (up > 0 && down < 0) return [down, up];
    return up > 0 ? [Math.max(0, start), start + up] : [start + down, Math.min(0, start)];
  });
}

test("the bridge starts at today's margin and ends at that with all levers", () => {
  const model = scenarioModel(SAMPLE);
  const [first, ...rest] = extents(model);
  // 42.7434 / 99
  expect(first?.[1]).toBeCloseTo(0.431751, 6);
  expect(rest.at(-1)?.[1]).toBeCloseTo(Number(model.value("after.margin")), 12);
  expect(numbers(model, "bridge.to").at(-2)).toBeCloseTo(Number(model.value("after.margin")), 12);
});

test("a step of the bridge that crosses 0 is drawn on both sides of it", () => {
  // 1 - 56.2566 / 40: today's margin is -40.6%, with all levers far above 0
  const model = atPrice(40);
  const [from, to] = [numbers(model, "bridge.from"), numbers(model, "bridge.to")];
  expect(to[0]).toBeCloseTo(-0.406415, 6);
  expect(to.some((end, i) => end > 0 && (from[i] ?? 0) < 0)).toBe(true);
  for (const [i, [bottom, top]] of extents(model).entries()) {
    expect(bottom).toBeCloseTo(Math.min(from[i] ?? 0, to[i] ?? 0), 12);
    expect(top).toBeCloseTo(Math.max(from[i] ?? 0, to[i] ?? 0), 12);
  }
});

test("a lever that costs more than it saves takes from the bridge", () => {
  const model = atPrice(99, { studentHostingPerMonth: 400_000 });
  const taken = numbers(model, "bridge.downAbove").map((part, i) => {
    return part - (numbers(model, "bridge.downBelow")[i] ?? 0);
  });
  // Distillation is the fourth lever, after today's column.
  expect(taken.map((part) => part > 0)).toEqual([false, false, false, false, true, false, false]);
});

test("the tornado draws the largest swing last, both ends from today's margin", () => {
  const model = scenarioModel(SAMPLE);
  const today = Number(model.value("summary.margin"));
  expect(model.values("bar.label").at(-1)).toBe(model.value("rank.label", 0));
  expect(model.value("bar.lowChange", 7)).toBeCloseTo(
    Number(model.value("rank.low", 0)) - today,
    12,
  );
  const swings = numbers(model, "bar.low").map((low, i) => {
    return Math.abs(low - (numbers(model, "bar.high")[i] ?? 0));
  });
  expect(swings).toEqual([...swings].sort((a, b) => a - b));
});

test("every chart has a title, a title of its values and as many labels as values", () => {
  for (const chart of modelCharts(scenarioModel(SAMPLE))) {
    expect(chart.title).not.toBe("");
    expect(chart.valueTitle).toBeDefined();
    for (const { cached } of chart.series) {
      expect(cached).toHaveLength(chart.cachedCategories.length);
    }
  }
});

test.each(PROVEN)(
  "draws margins by percentile that are those of the tariffs: $it",
  ({ scenario }) => {
    const model = scenarioModel(scenario);
    for (const place of scenario.tariffs.keys()) {
      expect(model.values(`curve.tariff${place + 1}`)).toEqual(
        ["p10", "p25", "p50", "p75", "p90", "p95", "p99"].map((key) =>
          model.value(`tariff.margin.${key}`, place),
        ),
      );
    }
  },
);
