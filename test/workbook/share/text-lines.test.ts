import { rowsForTexts } from "../../../src/workbook/share/text-lines";

// A column 10 wide takes 9 letters a line.
const WIDTHS = [10, 20];

test.each([
  ["a text that fits", ["123456789", "1"], []],
  ["a letter more", ["1234567890", "1"], [{ do: "rowHeight", row: 5, lines: 2 }]],
  // 37 / 18 is above 2
  ["the longest of all texts", ["1", "x".repeat(37)], [{ do: "rowHeight", row: 5, lines: 3 }]],
  ["a number", [123, 4], []],
  ["no text", ["", ""], []],
  ["a formula of 8,000 letters", ["x".repeat(8000), ""], [{ do: "rowHeight", row: 5, lines: 8 }]],
] as const)("gives a row the height of %s", (_, texts, steps) => {
  expect(rowsForTexts(5, [texts], WIDTHS)).toEqual(steps);
});

test("counts rows from the first", () => {
  expect(rowsForTexts(5, [["a"], ["x".repeat(10)]], WIDTHS)).toEqual([
    { do: "rowHeight", row: 6, lines: 2 },
  ]);
});
