import { showTick, showValue } from "../../../src/taskpane/charts/show-value";
import type { NumberFormat } from "../../../src/workbook/plan";

it.each([
  ["percent", 0.4317514, "43.2%"],
  ["money", -12.5, "-$12.50"],
  ["moneyFine", 0.0454, "$0.0454"],
  ["moneyWhole", 42743.4, "$42,743"],
  ["count", 1500, "1,500"],
  ["decimal", 1.164, "1.16"],
  ["general", 0.25, "0.25"],
  // Excel counts days from 1 at 1900-01-01, with a 29 February 1900: 46,023 is 2026-01-01.
  ["date", 46023, "2026-01-01"],
  ["month", 46023, "Jan 2026"],
] satisfies [NumberFormat, number, string][])("shows as %s %d: %s", (format, value, text) => {
  expect(showValue(format)(value)).toBe(text);
});

it.each([
  ["percent", 0.2, 0.4, "40%"],
  ["percent", 0.025, 0.025, "2.5%"],
  ["percent", 1, -3, "-300%"],
  ["money", 20, 140, "$140"],
  ["money", 0.5, 1, "$1.0"],
  ["moneyFine", 0.0025, 0.0075, "$0.0075"],
  ["moneyWhole", 2000, 4000, "$4,000"],
  ["moneyWhole", 5000, 15000, "$15K"],
  ["moneyWhole", 500000, 1500000, "$1.5M"],
  ["moneyWhole", 500000, 0, "$0"],
  ["count", 250, 750, "750"],
  ["general", 0.1, 0.3, "0.3"],
] satisfies [NumberFormat, number, number, string][])(
  "marks an axis of %s in steps of %d as short as they allow: %d is %s",
  (format, step, value, text) => {
    expect(showTick(format, step)(value)).toBe(text);
  },
);
