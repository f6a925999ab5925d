import type { Domain } from "../../src/calc";
import { inputMessage, type InputRule, inputRule } from "../../src/workbook/input-rule";
import { pinnedReference } from "../../src/workbook/pinned-reference";

const AREA = { row: 4, column: 2, rows: 3, columns: 1 };

test.each<[string, Domain, InputRule]>([
  ["at least", { from: 0 }, { is: "bounded", whole: false, by: "from", limit: 0 }],
  ["above", { above: 0 }, { is: "bounded", whole: false, by: "above", limit: 0 }],
  ["at most", { to: 1 }, { is: "bounded", whole: false, by: "to", limit: 1 }],
  [
    "whole and below",
    { below: 9, whole: true },
    { is: "bounded", whole: true, by: "below", limit: 9 },
  ],
  ["between", { from: 0, to: 1 }, { is: "between", whole: false, from: 0, to: 1 }],
  [
    "whole and between",
    { from: 1, to: 60, whole: true },
    { is: "between", whole: true, from: 1, to: 60 },
  ],
  [
    "from one bound to below another",
    { from: 0, below: 1 },
    { is: "true", formula: "AND(ISNUMBER(C5),C5>=0,C5<1)" },
  ],
  [
    "strictly between",
    { above: 0, below: 1 },
    { is: "true", formula: "AND(ISNUMBER(C5),C5>0,C5<1)" },
  ],
  [
    "within three bounds",
    { from: 0, to: 9, below: 9 },
    { is: "true", formula: "AND(ISNUMBER(C5),C5>=0,C5<=9,C5<9)" },
  ],
  ["any whole number", { whole: true }, { is: "true", formula: "AND(ISNUMBER(C5),C5=INT(C5))" }],
  ["any number", {}, { is: "true", formula: "AND(ISNUMBER(C5))" }],
])("checks numbers that are %s", (_what, domain, rule) => {
  expect(inputRule({ numbers: domain }, AREA)).toEqual(rule);
});

test("checks that a value is one of those in cells of any sheet", () => {
  const oneOf = { sheet: "Model prices", area: { row: 2, column: 0, rows: 7, columns: 1 } };
  expect(inputRule({ oneOf }, AREA)).toEqual({
    is: "listed",
    formula: "'Model prices'!$A$3:$A$9",
  });
});

test.each([
  ["Prices", { row: 2, column: 0, rows: 7, columns: 1 }, "Prices!$A$3:$A$9"],
  ["Bob's (2)", { row: 0, column: 26, rows: 1, columns: 1 }, "'Bob''s (2)'!$AA$1"],
  ["Q4 2025", { row: 9, column: 0, rows: 1, columns: 3 }, "'Q4 2025'!$A$10:$C$10"],
])("pins what is on %s", (sheet, area, reference) => {
  expect(pinnedReference({ sheet, area })).toBe(reference);
});

test("shortens what is said of refused input to what Excel shows", () => {
  expect(inputMessage("a".repeat(225))).toBe("a".repeat(225));
  expect(inputMessage("a".repeat(226))).toBe(`${"a".repeat(224)}…`);
});
