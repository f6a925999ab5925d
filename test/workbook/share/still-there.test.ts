import { stillThere } from "../../../src/workbook/share/still-there";
import { book, bookSheet } from "./small-book";

const FORMULA = "=AIM.GROSSMARGIN(A1,B1)";

const KNOWN = {
  where: "name",
  sheet: "",
  at: "Margin",
  formula: FORMULA,
  reason: "it stands in no cell",
} as const;

test("finds what is left in cells, names and rules, once where it was known to stay", () => {
  const finished = book({
    sheets: [
      bookSheet("Sales", [
        { row: 0, column: 2, value: 1, formula: FORMULA },
        { row: 1, column: 2, value: 1, formula: "=A1-B1" },
        // The text of a formula, as the sheet that keeps them has it.
        { row: 2, column: 2, value: FORMULA },
      ]),
    ],
    names: [{ name: "Margin", formula: FORMULA }],
    others: [{ where: "validation", sheet: "Sales", at: "D1", formula: FORMULA }],
  });
  expect(
    stillThere(finished, [KNOWN]).map(({ where, sheet, at, reason }) => [where, sheet, at, reason]),
  ).toEqual([
    ["name", "", "Margin", "it stands in no cell"],
    ["cell", "Sales", "C1", "it was found again afterwards"],
    ["validation", "Sales", "D1", "it was found again afterwards"],
  ]);
});

test("finds nothing in a book without our functions", () => {
  const finished = book({
    sheets: [bookSheet("Sales", [{ row: 0, column: 0, value: 1, formula: "=1+0" }])],
  });
  expect(stillThere(finished, [])).toEqual([]);
});
