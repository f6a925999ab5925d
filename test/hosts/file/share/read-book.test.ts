import { readBook } from "../../../../src/hosts/file/share/read-book";
import { wholeFile } from "./whole-file";

const book = readBook(wholeFile());
const MARGIN = "_xldudf_AIM_GROSSMARGIN";

test("reads names, of the workbook and of sheets", () => {
  expect(book.names).toEqual([
    { name: "Best", sheet: "It's hidden", formula: `=${MARGIN}(Deep!$A$1,Deep!$A$2)` },
    { name: "Best", formula: `=${MARGIN}(10,4)` },
    { name: "Margins", formula: "='Inputs & costs'!$D$2:$D$4" },
  ]);
});

test("reads formulas of conditional formats, validations, columns of tables and charts", () => {
  const column = `=${MARGIN}(Sales[[#This Row],[Revenue]],Sales[[#This Row],[Cost]])`;
  expect(book.others.map(({ where, at, formula }) => [where, at, formula])).toEqual([
    ["conditional format", "D2:D4", `=${MARGIN}($B2,$C2)<0.3`],
    ["conditional format", "D2:D4", "=$H$1"],
    ["conditional format", "F2:F4", "=$H$1*2"],
    ["conditional format", "G2:G4", `=${MARGIN}(Deep!$A$1,Deep!$A$2)>0`],
    ["validation", "B2:B4", `=${MARGIN}(B2,C2)<1`],
    ["validation", "C2:C4", "=0"],
    ["validation", "C2:C4", "=$H$1*100"],
    ["validation", "A2:A4", "='It''s hidden'!$A$1:$A$2"],
    ["table column", "Sales[Margin]", column],
    ["chart", "Margin chart", "='Inputs & costs'!$D$1"],
    ["chart", "Margin chart", "='Inputs & costs'!$D$2:$D$4"],
  ]);
  expect(new Set(book.others.map(({ sheet }) => sheet))).toEqual(new Set(["Inputs & costs"]));
});

test("reads tables, with their headings", () => {
  expect(book.sheets[0]?.tables).toEqual([
    {
      name: "Sales",
      row: 0,
      column: 0,
      rows: 4,
      columns: ["Plan", "Revenue", "Cost", "Margin"],
      hasTotals: false,
    },
  ]);
});

test("reads hidden and protected sheets as others", () => {
  // The first sheet has 5, 10, 10 and 9 cells in its rows.
  expect(
    book.sheets.map(({ name, visibility, cells }) => [name, visibility, cells.length]),
  ).toEqual([
    ["Inputs & costs", "visible", 34],
    ["It's hidden", "hidden", 3],
    ["Deep", "veryHidden", 2],
    ["Pivot", "visible", 4],
  ]);
});
