import { inLegend } from "../../src/workbook/chart-legend";

test("a legend names each colour that is drawn once", () => {
  const colors = ["invisible", "first", "good", "good", "bad", "first"] as const;
  expect(inLegend(colors.map((color) => ({ color })))).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
});
