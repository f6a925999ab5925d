import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { mayFillSeveral } from "../../../src/hosts/excel/book/spilled-areas";
import { quietRun } from "../book-contract";
import { FakeExcel } from "./fake/fake-excel";
import { noPause } from "./plans";

test.each([
  "=AIM.GROSSMARGIN(A1:A9,B1:B9)",
  "=AIM.GROSSMARGIN(Revenue,Cost)",
  "=AIM.GROSSMARGIN(Plans[Revenue],Plans[Cost])",
  "=aim.margincurve(A1,A2,A3,A4)",
  "=AIM.GROSSMARGIN({1,2},1)",
  "=SUM(D1#)",
  "=SUM(A:A)",
  "=SEQUENCE(3)",
])("%s may fill several cells", (formula) => {
  expect(mayFillSeveral(formula)).toBe(true);
});

test.each([
  "=AIM.GROSSMARGIN(A1,'P & L'!$B$1)",
  "=AIM.GROSSMARGIN([@Revenue],Plans[[#This Row],[Cost]])",
  '=IF(A1="a:b",#N/A,TRUE)',
  "=1+A1*2",
])("%s fills its own cell alone", (formula) => {
  expect(mayFillSeveral(formula)).toBe(false);
});

it("asks in one round trip what hundreds of formulas fill, also where that is blank", async () => {
  const excel = new FakeExcel();
  const sheet = excel.workbook.worksheets.getItem("Existing");
  const FILLED = 300;
  for (let i = 0; i < FILLED; i++) {
    const row = 3 * i + 1;
    const formula = `=AIM.GROSSMARGIN(A${row}:A${row + 1},B${row}:B${row + 1})`;
    excel.workbook.results.set(formula, [[0.5], [""]]);
    sheet.cells.at(row, 4).entry = { value: 0.5, formula };
  }
  const { sheets } = await createExcelHost(noPause).readBook(quietRun());
  const filling = sheets[0]?.cells.filter(({ fills }) => fills !== undefined) ?? [];
  expect(filling).toHaveLength(FILLED);
  expect(filling[0]).toMatchObject({ row: 1, column: 4, fills: { rows: 2, columns: 1 } });
  // Two for sheets, one for cells, one for what they fill, two for rules.
  expect(excel.roundTrips).toBe(6);
  excel.check();
});

it("tells a formula that has no room to fill cells as one that shows an error", async () => {
  const excel = new FakeExcel();
  const formula = "=AIM.GROSSMARGIN(B1:B2,C1:C2)";
  excel.workbook.results.set(formula, [[0.5], [0.6]]);
  const sheet = excel.workbook.worksheets.getItem("Existing");
  sheet.getRange("E1:E2").formulas = [[formula], ["in the way"]];
  const { sheets } = await createExcelHost(noPause).readBook(quietRun());
  expect(sheets[0]?.cells.slice(1)).toEqual([
    { row: 0, column: 4, value: null, error: "#SPILL!", formula },
    { row: 1, column: 4, value: "in the way" },
  ]);
});
