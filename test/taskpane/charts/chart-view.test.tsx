/** @jest-environment jsdom */
import { cleanup, render, screen, within } from "@testing-library/react";
import { ChartView } from "../../../src/taskpane/charts/chart-view";
import type { DrawnChart } from "../../../src/taskpane/charts/drawn-chart";

const MARGINS: DrawnChart = {
  title: "Margin of one customer",
  kind: "line",
  cachedCategories: ["P50", "P90", "P99"],
  categoryTitle: "Usage",
  series: [
    { label: "Seat", color: "first", cached: [0.667, -0.169, -2.727] },
    { label: "Metered", color: "second", cached: [0.542, null, 0.658] },
  ],
  valueFormat: "percent",
  from: -1,
  to: 1,
};

const WATERFALL: DrawnChart = {
  title: "From today to all levers",
  kind: "stackedColumn",
  cachedCategories: ["Today", "Caching", "All levers"],
  series: [
    { label: "Base", color: "invisible", cached: [0, 0.4, 0] },
    { label: "Margin", color: "first", cached: [0.4, 0, 0.5] },
    { label: "Gain", color: "good", cached: [0, 0.1, 0] },
  ],
  valueFormat: "percent",
};

function show(chart: DrawnChart): HTMLElement {
  render(<ChartView chart={chart} />);
  return screen.getByRole("figure", { name: chart.title });
}

function texts(of: HTMLElement, selector: string): (string | null)[] {
  return [...of.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

/** Top and height of each bar. */
function bars(of: HTMLElement): [number, number][] {
  return [...of.querySelectorAll("rect.bar")].map((bar) => [
    Number(bar.getAttribute("y")),
    Number(bar.getAttribute("height")),
  ]);
}

/** Left and width of each bar that runs sideways. */
function sidewaysBars(of: HTMLElement): [number, number][] {
  return [...of.querySelectorAll("rect.bar")].map((bar) => [
    Number(bar.getAttribute("x")),
    Number(bar.getAttribute("width")),
  ]);
}

afterEach(cleanup);

describe("a drawn chart", () => {
  it("has a title, and points out its table to those who do not see it", () => {
    const figure = show(MARGINS);
    expect(
      within(figure).getByRole("img", {
        name: "Margin of one customer; the table below has the figures",
      }),
    ).toBeTruthy();
  });

  it("has every figure in a table, in the format of the sheets", () => {
    const table = within(show(MARGINS)).getByRole("table", { hidden: true });
    const rows = [...table.querySelectorAll("tr")].map((row) => texts(row, "th, td"));
    expect(rows).toEqual([
      ["Usage", "Seat", "Metered"],
      ["P50", "66.7%", "54.2%"],
      ["P90", "-16.9%", "none"],
      ["P99", "-272.7%", "65.8%"],
    ]);
  });

  it("says where values are cut off, and only there", () => {
    show(MARGINS);
    expect(screen.getByText("Values beyond -100% are cut off.")).toBeTruthy();
    cleanup();
    show(WATERFALL);
    expect(screen.queryByText(/cut off/)).toBeNull();
  });

  it("marks the axis from end to end", () => {
    // Five marks of the axis, three categories and the title of them
    expect(texts(show(MARGINS), "svg[role=img] text")).toEqual([
      "-100%",
      "-50%",
      "0%",
      "50%",
      "100%",
      "P50",
      "P90",
      "P99",
      "Usage",
    ]);
  });

  it("tells lines apart in a legend, without colour too", () => {
    const figure = show(MARGINS);
    expect(texts(figure, "li")).toEqual(["Seat", "Metered"]);
    const dashes = [...figure.querySelectorAll("li path")].map((path) =>
      path.getAttribute("stroke-dasharray"),
    );
    expect(new Set(dashes).size).toBe(2);
  });

  it("needs no legend for one series", () => {
    const { series, ...rest } = MARGINS;
    expect(texts(show({ ...rest, series: series.slice(0, 1) }), "li")).toEqual([]);
  });

  it("stands the bars of a waterfall on a base that is not drawn", () => {
    const figure = show(WATERFALL);
    // From 0% at 158 to 50% at 8, 3 a point: 40 points are 120 high, and 10 points 30 high on top.
    expect(bars(figure)).toEqual([
      [38, 120],
      [8, 150],
      [8, 30],
    ]);
    expect(texts(figure, "li")).toEqual(["Margin", "Gain"]);
    expect(texts(figure, "thead th")).toEqual(["Margin", "Gain"]);
  });

  it("leaves out of legend and table what no bar is drawn of", () => {
    const { series, ...rest } = WATERFALL;
    const figure = show({
      ...rest,
      series: [...series, { label: "Loss", color: "bad", cached: [0, null, 0] }],
    });
    expect(texts(figure, "li")).toEqual(["Margin", "Gain"]);
    expect(texts(figure, "thead th")).toEqual(["Margin", "Gain"]);
  });

  it("names what is on both sides of 0 once in the legend", () => {
    const { series, ...rest } = WATERFALL;
    const [base, margin] = series;
    if (!base || !margin) throw new Error("the waterfall has a base and a margin");
    const figure = show({
      ...rest,
      series: [
        base,
        margin,
        { label: "Adds", color: "good", cached: [0, 0, 0] },
        { label: "Adds, below 0", color: "good", cached: [0, -0.1, 0] },
      ],
    });
    expect(texts(figure, "li")).toEqual(["Margin", "Adds"]);
  });

  it("runs bars on both sides of 0", () => {
    const figure = show({
      title: "Tornado",
      kind: "stackedBar",
      cachedCategories: ["Usage"],
      series: [
        { label: "Low", color: "bad", cached: [-0.2] },
        { label: "High", color: "good", cached: [0.6] },
      ],
      valueFormat: "percent",
      valueTitle: "Points of margin",
    });
    expect(texts(figure, "svg[role=img] text").at(-1)).toBe("Points of margin");
    // From -20% at 18 to 60% at 278, 3.25 a point: 0 lies at 83.
    expect(sidewaysBars(figure).map((bar) => bar.map(Math.round))).toEqual([
      [18, 65],
      [83, 195],
    ]);
  });

  it("says the figure of each bar where there is one series", () => {
    const figure = show({
      title: "Cost",
      kind: "bar",
      cachedCategories: ["Inference", "Tools"],
      series: [{ label: "Cost per task", color: "first", cached: [0.0454, 0.005] }],
      valueFormat: "moneyFine",
    });
    const tops = [...figure.querySelectorAll("text.figure")].map((text) => [
      text.textContent,
      Number(text.getAttribute("y")),
    ]);
    // 30 from row to row: a name of 14, a bar of 9, a gap of 7; the first is at the bottom.
    expect(tops).toEqual([
      ["Inference: $0.0454", 40],
      ["Tools: $0.0050", 10],
    ]);
    expect(texts(figure, "tbody th")).toEqual(["Tools", "Inference"]);
  });
});
