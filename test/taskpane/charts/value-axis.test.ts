import { roundAxis, valueAxis } from "../../../src/taskpane/charts/value-axis";
import type { DrawnChart, DrawnSeries } from "../../../src/taskpane/charts/drawn-chart";

describe("a round axis", () => {
  it.each([
    // 100 / 5 = 20
    { values: [0, 100], ticks: [0, 20, 40, 60, 80, 100] },
    // 101 / 5 = 20.2: the next round step is 25
    { values: [0, 101], ticks: [0, 25, 50, 75, 100, 125] },
    // (0.667 + 2.727) / 5 = 0.679: steps of 1
    { values: [-2.727, 0.667], ticks: [-3, -2, -1, 0, 1] },
    // 0.0454 / 5 = 0.00908
    { values: [0, 0.0454], ticks: [0, 0.01, 0.02, 0.03, 0.04, 0.05] },
    // (0.55 - 0.052) / 5 = 0.0996
    { values: [0.052, 0.55], ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6] },
    // 3.3 / 5 = 0.66
    { values: [0, 3.3e6], ticks: [0, 1e6, 2e6, 3e6, 4e6] },
    // Neither 0.1 + 0.2 nor 3 x 0.1 is 0.3 in binary; the axis ends there all the same.
    { values: [0, 0.1 + 0.2], ticks: [0, 0.1, 0.2, 0.3] },
  ])("of $values has the marks $ticks", ({ values, ticks }) => {
    const axis = roundAxis(values);
    expect(axis.ticks).toEqual(ticks);
    expect([axis.low, axis.high]).toEqual([ticks[0], ticks.at(-1)]);
  });

  it("ends where it is told, with round marks within", () => {
    // 2 / 5 = 0.4: steps of 0.5
    expect(roundAxis([-2.727, 0.667], -1, 1)).toEqual({
      low: -1,
      high: 1,
      step: 0.5,
      ticks: [-1, -0.5, 0, 0.5, 1],
    });
    // 0.68 / 5 = 0.136: steps of 0.2
    expect(roundAxis([0.5], -0.03, 0.65)).toEqual({
      low: -0.03,
      high: 0.65,
      step: 0.2,
      ticks: [0, 0.2, 0.4, 0.6],
    });
  });

  it.each([
    { values: [], low: 0, high: 1 },
    { values: [0, 0], low: 0, high: 1 },
    { values: [7, 7], low: 0, high: 8 },
    { values: [-7], low: -8, high: 0 },
  ])("of $values, which have no span, takes in 0", ({ values, low, high }) => {
    expect(roundAxis(values)).toMatchObject({ low, high });
  });
});

function chart(kind: DrawnChart["kind"], series: readonly DrawnSeries[]): DrawnChart {
  return { title: "", kind, cachedCategories: ["a", "b"], series, valueFormat: "percent" };
}

describe("the axis of a chart", () => {
  const series: DrawnSeries[] = [
    { label: "one", color: "first", cached: [0.5, 0.55] },
    { label: "two", color: "second", cached: [0.4, null] },
  ];

  it("leaves 0 out where there are lines alone", () => {
    // 0.15 / 5 = 0.03: steps of 0.05
    expect(valueAxis(chart("line", series))).toMatchObject({ low: 0.4, high: 0.55 });
  });

  it("takes 0 in where bars start from it", () => {
    expect(valueAxis(chart("column", series))).toMatchObject({ low: 0, high: 0.6 });
  });

  it("takes in whole stacks", () => {
    // 0.5 + 0.4 = 0.9
    expect(valueAxis(chart("stackedColumn", series))).toMatchObject({ low: 0, high: 1 });
  });
});
