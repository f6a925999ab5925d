import type { Book, BookCell } from "../../../src/workbook/share/book";
import { FakeExcel } from "../../hosts/excel/fake/fake-excel";
import { HIDDEN, isMarginOfRow, marginOfRow, NAME, SALES, VERY_HIDDEN } from "./book-of-everything";

function shown({ value, error }: BookCell): number | string | boolean {
  return error ?? value ?? "";
}

/** Tells the fake, which works nothing out, what formulas give; a formula is known by its text. */
function tellResults(excel: FakeExcel, { sheets }: Book): void {
  for (const { cells } of sheets) {
    const at = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
    for (const cell of cells) {
      const { formula, row, column, fills } = cell;
      if (formula === undefined) continue;
      const { rows, columns } = fills ?? { rows: 1, columns: 1 };
      const values = Array.from({ length: rows }, (_, i) =>
        Array.from({ length: columns }, (_unused, j) => {
          const filled = at.get(`${row + i},${column + j}`);
          return filled ? shown(filled) : "";
        }),
      );
      excel.workbook.results.set(formula, values);
    }
  }
}

/** The book of everything in Excel, before and after which its formulas give the figures of these books. */
export function everythingInExcel(before: Book, after: Book): FakeExcel {
  const excel = new FakeExcel();
  const { workbook } = excel;
  tellResults(excel, before);
  tellResults(excel, after);
  for (const { name, cells } of before.sheets) {
    const sheet = workbook.worksheets.find(name) ?? workbook.worksheets.add(name);
    const filled = new Set(
      cells.flatMap(({ row, column, fills }) =>
        Array.from({ length: (fills?.rows ?? 1) * (fills?.columns ?? 1) }, (_, i) => {
          const columns = fills?.columns ?? 1;
          return `${row + Math.floor(i / columns)},${column + (i % columns)}`;
        }).slice(1),
      ),
    );
    for (const cell of cells) {
      const { row, column, formula } = cell;
      if (filled.has(`${row},${column}`)) continue;
      const entered = isMarginOfRow(name, cell) ? marginOfRow(row, true) : formula;
      sheet.cells.at(row, column).entry = {
        value: shown(cell),
        ...(entered !== undefined && { formula: entered }),
      };
    }
  }
  workbook.names.add(NAME.name, NAME.formula);
  const sales = workbook.worksheets.getItem(SALES);
  sales.tables.add("A1:C4", true).name = SALES;
  workbook.worksheets.getItem(HIDDEN).visibility = "Hidden";
  workbook.worksheets.getItem(VERY_HIDDEN).visibility = "VeryHidden";
  return excel;
}
