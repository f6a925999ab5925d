import type { BookCell } from "../../../src/workbook/share/book";
import { restoreBook } from "../../../src/workbook/share/restore-book";
import { formulasSheet, keptFormulas } from "../../../src/workbook/share/formulas-sheet";
import { shareBook } from "../../../src/workbook/share/share-book";
import { book, bookSheet, INPUTS, shared, TODAY } from "./small-book";

/** Over two rows: margins of 66 / 99 and 30 / 50. */
const SPILLED: readonly BookCell[] = [
  {
    row: 0,
    column: 3,
    value: 2 / 3,
    formula: "=AIM.GROSSMARGIN(A1:A2,B1:B2)",
    fills: { rows: 2, columns: 1 },
    kind: "dynamic",
  },
  { row: 1, column: 3, value: 0.6 },
  { row: 0, column: 4, value: 2 / 3 + 0.6, formula: "=SUM(D1#)" },
];

/** Drawn at random, it would be drawn three times. */
const DRAWN: BookCell = {
  row: 0,
  column: 5,
  value: -1,
  formula: "=AIM.GROSSMARGIN(RAND(),1)",
};

const TABLE = {
  name: "Plans",
  row: 0,
  column: 0,
  rows: 3,
  columns: ["Revenue", "Cost", "Margin"],
  hasTotals: false,
};

const MARGIN_OF_ROW = "=AIM.GROSSMARGIN(Plans[@Revenue],[@Cost])";

test("writes a formula for each cell that a call filled, with the references of its row", () => {
  const { cells } = shared({ sheets: [bookSheet("Sales", [...INPUTS, ...SPILLED])] }).changes;
  expect(cells).toEqual([
    { sheet: "Sales", row: 0, column: 3, formula: "=IF(A1<0,#NUM!,(A1-B1)/A1)" },
    { sheet: "Sales", row: 1, column: 3, formula: "=IF(A2<0,#NUM!,(A2-B2)/A2)" },
    { sheet: "Sales", row: 0, column: 4, formula: "=SUM(D1:D2)" },
  ]);
});

test("keeps the value of what cannot be written in ordinary Excel, and says why", () => {
  const { changes, records } = shared({ sheets: [bookSheet("Sales", [DRAWN])] });
  expect(changes.cells).toEqual([{ sheet: "Sales", row: 0, column: 5 }]);
  expect(records).toEqual([
    {
      where: "cell",
      sheet: "Sales",
      at: "F1",
      formula: "=AIM.GROSSMARGIN(RAND(),1)",
      became: "value",
      reason: "an argument is drawn at random, and would be drawn several times",
    },
  ]);
});

test("keeps every value that such a formula has spilled", () => {
  const spilled = { ...DRAWN, fills: { rows: 1, columns: 2 }, kind: "dynamic" } as const;
  const { cells } = shared({ sheets: [bookSheet("Sales", [spilled])] }).changes;
  expect(cells).toEqual([
    { sheet: "Sales", row: 0, column: 5 },
    { sheet: "Sales", row: 0, column: 6 },
  ]);
});

test("looks prices up on a sheet of the models that are used, under a name that is free", () => {
  const formula = '=AIM.TOKENCOST("claude-sonnet-4-5",A1,B1)';
  const { prices, functions } = shared({
    sheets: [
      bookSheet("Prices", []),
      bookSheet("Sales", [...INPUTS, { row: 0, column: 2, value: 0, formula }]),
    ],
  });
  expect(functions).toEqual(["TOKENCOST"]);
  expect(prices?.name).toBe("Prices (2)");
  const written = prices?.steps.flatMap((step) => (step.do === "write" ? step.cells : []));
  // Anthropic's list: $3 in, $15 out, $0.30 cached, $3.75 written, and double input from 200,000.
  expect(written?.at(-1)?.slice(0, 8)).toEqual([
    "claude-sonnet-4-5",
    "claude-sonnet-4-5",
    3,
    15,
    0.3,
    3.75,
    200_000,
    6,
  ]);
});

test("follows names, of which a sheet's own go before the workbook's", () => {
  const formula = "=AIM.GROSSMARGIN(AllRevenue,AllRevenue)";
  const { cells } = shared({
    sheets: [bookSheet("Sales", [{ row: 4, column: 0, value: 0, formula }])],
    names: [
      { name: "AllRevenue", formula: "=Elsewhere!$A$1:$A$9" },
      { name: "allrevenue", sheet: "Sales", formula: "=Sales!$A$1" },
    ],
  }).changes;
  expect(cells).toEqual([
    {
      sheet: "Sales",
      row: 4,
      column: 0,
      formula: "=IF((AllRevenue)<0,#NUM!,((AllRevenue)-(AllRevenue))/(AllRevenue))",
    },
  ]);
});

test.each(["=0.6", "=60%", "= 60 %", "=-.6", "=+6E-1"])(
  "keeps a name of a constant: %s",
  (constant) => {
    const formula = "=AIM.PRICEFLOOR(33,Target)";
    const { cells } = shared({
      sheets: [bookSheet("Sales", [{ row: 0, column: 0, value: 0, formula }])],
      names: [{ name: "Target", formula: constant }],
    }).changes;
    expect(cells.map((cell) => cell.formula)).toEqual([
      "=IF(OR((Target)>=1,1-(Target)-1E-12<0),#NUM!,33/(1-(Target)))",
    ]);
  },
);

test.each(["=60%%%x", "=1/3", "=60%+A1"])(
  "keeps the value where a name is worked out: %s",
  (worked) => {
    const formula = "=AIM.PRICEFLOOR(33,Target)";
    const { records } = shared({
      sheets: [bookSheet("Sales", [{ row: 0, column: 0, value: 0, formula }])],
      names: [{ name: "Target", formula: worked }],
    });
    expect(records.map(({ became, reason }) => [became, reason])).toEqual([
      ["value", "Target is neither cells nor a constant"],
    ]);
  },
);

test("rewrites names, columns of tables and rules, and leaves what has no value to keep", () => {
  const ours = "=AIM.GROSSMARGIN(Sales!$A$1,Sales!$B$1)";
  const { changes, left } = shared({
    sheets: [bookSheet("Sales", [...INPUTS], { tables: [TABLE] })],
    names: [
      { name: "Margin", formula: ours },
      { name: "Drawn", formula: "=AIM.GROSSMARGIN(RAND(),1)" },
    ],
    others: [
      { sheet: "Sales", where: "table column", at: "Plans[Margin]", formula: MARGIN_OF_ROW },
      {
        sheet: "Sales",
        where: "conditional format",
        at: "A1:A2",
        formula: "=AIM.GROSSMARGIN(A1,B1)<0.4",
      },
    ],
  });
  const native = "=IF(Sales!$A$1<0,#NUM!,(Sales!$A$1-Sales!$B$1)/Sales!$A$1)";
  expect(changes.names).toEqual([{ name: "Margin", formula: native }]);
  expect(changes.others.map(({ where, formula }) => [where, formula])).toEqual([
    [
      "table column",
      "=IF((Plans[@Revenue])<0,#NUM!,((Plans[@Revenue])-([@Cost]))/(Plans[@Revenue]))",
    ],
    ["conditional format", "=IF(A1<0,#NUM!,(A1-B1)/A1)<0.4"],
  ]);
  expect(left.map(({ at }) => at)).toEqual(["Drawn"]);
});

test("tells how far it is, so that a large book can be cancelled", () => {
  const cells = Array.from({ length: 1200 }, (_, row) => ({
    row,
    column: 0,
    value: 0,
    formula: "=1+1",
  }));
  const steps = [...shareBook(book({ sheets: [bookSheet("Sales", cells)] }), TODAY)];
  // After 500 and after 1,000 of 1,200 formulas.
  expect(steps).toEqual([500 / 1200, 1000 / 1200]);
});

test("puts all formulas back from the sheet that keeps them", () => {
  const sheets = [bookSheet("Sales", [...INPUTS, ...SPILLED, DRAWN])];
  const names = [{ name: "Margin", formula: "=AIM.GROSSMARGIN(Sales!$A$1,Sales!$B$1)" }];
  const { records } = shared({ sheets, names });
  const { steps } = formulasSheet("AIM formulas", records, "2026-09-01");
  const cells = steps.flatMap((step): BookCell[] =>
    step.do === "write"
      ? step.cells.flatMap((line, i) =>
          line.flatMap((value, j) =>
            typeof value === "string"
              ? [{ row: step.row + i, column: step.column + j, value }]
              : [],
          ),
        )
      : [],
  );
  const kept = keptFormulas(bookSheet("AIM formulas", cells));
  expect(kept).toEqual({ records, unreadable: [] });
  expect(restoreBook(kept.records)).toEqual({
    cells: [
      { sheet: "Sales", row: 1, column: 3, isEmptied: true },
      {
        sheet: "Sales",
        row: 0,
        column: 3,
        formula: "=AIM.GROSSMARGIN(A1:A2,B1:B2)",
        fills: { rows: 2, columns: 1 },
        kind: "dynamic",
      },
      { sheet: "Sales", row: 0, column: 4, formula: "=SUM(D1#)" },
      { sheet: "Sales", row: 0, column: 5, formula: "=AIM.GROSSMARGIN(RAND(),1)" },
    ],
    names,
    others: [],
  });
});

test("names the rows of that sheet that can no longer be read", () => {
  const cells = [{ row: 7, column: 0, value: "somewhere" }];
  expect(keptFormulas(bookSheet("AIM formulas", cells))).toEqual({ records: [], unreadable: [8] });
});
