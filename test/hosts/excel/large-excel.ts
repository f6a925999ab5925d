import { FakeExcel } from "./fake/fake-excel";

const SHEETS = 10;
const ROWS = 1000;

/** 20,000 formulas of ours on ten sheets: two in each of 1,000 rows, with a constant between them. */
export function largeExcel(): FakeExcel {
  const excel = new FakeExcel();
  for (let i = 1; i <= SHEETS; i++) {
    const sheet = excel.workbook.worksheets.add(`Region ${i}`);
    for (let row = 0; row < ROWS; row++) {
      const at = row + 1;
      const cells = [
        99 + row,
        33,
        `=AIM.GROSSMARGIN(A${at},B${at})`,
        "a note",
        `=IFERROR(AIM.GROSSMARGIN('Region ${i}'!A${at},'Region ${i}'!B${at}*2),0)`,
      ];
      for (const [column, content] of cells.entries()) {
        sheet.cells.at(row, column).entry =
          typeof content === "string" && content.startsWith("=")
            ? { value: 0.5, formula: content }
            : { value: content };
      }
    }
  }
  return excel;
}
