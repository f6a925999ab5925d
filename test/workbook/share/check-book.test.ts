import { checkBook } from "../../../src/workbook/share/check-book";
import { compareBooks } from "../../../src/workbook/share/compare-books";
import { book, bookSheet, TODAY } from "./small-book";

test("finds our functions wherever they stand, on hidden sheets too", () => {
  const found = checkBook(
    book({
      sheets: [
        bookSheet("Sales", [{ row: 0, column: 2, value: 1, formula: "=aim.grossmargin(A1,B1)" }]),
        bookSheet("Kept", [{ row: 4, column: 0, value: 1, formula: "=AIM.CREDITS(A1,B1)" }], {
          visibility: "veryHidden",
        }),
      ],
      names: [{ name: "Margin", formula: "=AIM.GROSSMARGIN(Sales!$A$1,Sales!$B$1)" }],
      others: [
        { sheet: "Sales", where: "validation", at: "D1", formula: "=AIM.GROSSMARGIN(A1,B1)>0" },
      ],
    }),
    TODAY,
  );
  expect(found.map(({ kind, sheet, at }) => [kind, sheet, at])).toEqual([
    ["call", "Sales", "C1"],
    ["call", "Kept", "A5"],
    ["call", "", "Margin"],
    ["call", "Sales", "D1"],
  ]);
  expect(found[1]?.text).toContain("a very hidden sheet");
});

test("finds errors and figures that are not there yet, whoever's formula it is", () => {
  const cells = [
    { row: 0, column: 0, value: null, error: "#NAME?", formula: "=Unknown(1)" },
    { row: 1, column: 0, value: null, error: "#BUSY!", formula: "=AIM.GROSSMARGIN(B1,B2)" },
  ];
  const found = checkBook(book({ sheets: [bookSheet("Sales", cells)] }), TODAY);
  expect(found.filter(({ kind }) => kind === "error").map(({ at, text }) => [at, text])).toEqual([
    ["A1", "This cell shows #NAME?, and whoever gets the workbook sees it too."],
    ["A2", "This figure is still being calculated: wait until it is there."],
  ]);
});

test.each([
  ['=AIM.TOKENCOST("gpt-4o",A1,B1)', ["undated"]],
  ['=AIM.TOKENCOST("gpt-4o",A1,B1,,,C1)', []],
  ["=AIM.GROSSMARGIN(99,A1)", ["constant"]],
  ["=AIM.GROSSMARGIN(A1,0)", []],
  ["=AIM.PRICEFLOOR(A1,60%)", ["constant"]],
  ["=AIM.PRICEFLOOR(A1,B1%)", []],
  ["=AIM.PRICEFLOOR(A1,0%,100%)", []],
  ["=1+AIM.GROSSMARGIN(A1,B1)*12", []],
])("finds in %s what changes by itself or hides an input", (formula, kinds) => {
  const cells = [{ row: 0, column: 0, value: 1, formula }];
  const found = checkBook(book({ sheets: [bookSheet("Sales", cells)] }), TODAY);
  expect(found.map(({ kind }) => kind)).toEqual(["call", ...kinds]);
});

test("names the numbers of a formula as they are written", () => {
  const formula = "=AIM.PRICEFLOOR(33,60%)+AIM.PRICEFLOOR(33,-0.5)";
  const cells = [{ row: 0, column: 0, value: 1, formula }];
  const found = checkBook(book({ sheets: [bookSheet("Sales", cells)] }), TODAY);
  expect(found.map(({ text }) => text)).toContain(
    "33, 60%, -0.5 are written into the formula: in a cell of its own an input can be seen, named and changed.",
  );
});

test("compares pinned prices with the list, and passes over models that it does not have", () => {
  const heading = ["Model", "Input", "Output"].map((value, column) => ({ row: 3, column, value }));
  const rows = [
    // Anthropic's list: $3 in, $15 out.
    ["claude-sonnet-4-5", 3, 12],
    ["our own", 1, 1],
  ].flatMap((line, i) => line.map((value, column) => ({ row: 4 + i, column, value })));
  const found = checkBook(
    book({ sheets: [bookSheet("Prices (2)", [...heading, ...rows])] }),
    TODAY,
  );
  expect(found.map(({ kind, at, text }) => [kind, at, text])).toEqual([
    [
      "oldPrice",
      "C5",
      "claude-sonnet-4-5, output: $12 per million tokens is pinned, and the list has $15.",
    ],
  ]);
});

test("compares what all cells show before and after, to a billionth", () => {
  const before = book({
    sheets: [
      bookSheet("Sales", [
        { row: 0, column: 0, value: 1000 },
        { row: 1, column: 0, value: 1000 },
        { row: 2, column: 0, value: "text" },
        { row: 3, column: 0, value: null, error: "#NUM!" },
      ]),
    ],
  });
  const after = book({
    sheets: [
      bookSheet("Sales", [
        // 1e-10 and 2e-9 of the figure before
        { row: 0, column: 0, value: 1000.0000001 },
        { row: 1, column: 0, value: 1000.000002 },
        { row: 2, column: 0, value: "text" },
        { row: 3, column: 0, value: 0 },
        { row: 9, column: 0, value: "new" },
      ]),
      bookSheet("Prices", [{ row: 0, column: 0, value: 3 }]),
    ],
  });
  const { compared, changed } = compareBooks(before, after);
  expect(compared).toBe(4);
  expect(changed).toEqual([
    { sheet: "Sales", at: "A2", before: "1000", after: "1000.000002" },
    { sheet: "Sales", at: "A4", before: "#NUM!", after: "0" },
  ]);
});
