import { labelLayout, shortLabel } from "../../../src/taskpane/charts/category-labels";

function months(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1));
}

it("writes labels level where there is room for each", () => {
  // 240 / 6 = 40 for each; three characters take 3 x 5.4 + 6 = 22.2
  expect(labelLayout(["P10", "P25", "P50", "P75", "P90", "P99"], 240)).toMatchObject({
    every: 1,
    isSlanted: false,
  });
});

it("slants a few long names", () => {
  expect(labelLayout(["Prompt caching", "Routing", "Distillation"], 120)).toMatchObject({
    every: 1,
    isSlanted: true,
  });
});

it("leaves out labels of a course of time, from the first on", () => {
  // 240 / 36 = 6.67 for each; two characters take 2 x 5.4 + 6 = 16.8: every third has 20
  expect(labelLayout(months(36), 240)).toMatchObject({ every: 3, isSlanted: false });
  // 240 / 60 = 4: every sixth has 24
  expect(labelLayout(months(60), 240)).toMatchObject({ every: 6, isSlanted: false });
});

it("cuts a long name short", () => {
  expect(shortLabel("Seventeen letters")).toBe("Seventeen letters");
  expect(shortLabel("Eighteen letters, ")).toBe("Eighteen letters…");
});
