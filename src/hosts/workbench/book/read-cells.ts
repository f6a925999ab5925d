import {
  type ICellData,
  type Injector,
  type IRange,
  type Nullable,
  ObjectMatrix,
} from "@univerjs/core";
import { ErrorType, FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { BookCell } from "../../../workbook/share/book";
import { cellValue } from "../cell-value";
import type { SheetIds } from "../sheet-rules";

/** Columns of a sheet: cells are kept by row times this plus column. */
const COLUMNS = 16_384;

const ERRORS: ReadonlySet<unknown> = new Set(Object.values(ErrorType));

/** What a formula gives: there errors are texts like any other. */
function given(data: Nullable<ICellData>): Pick<BookCell, "value" | "error"> {
  const value = cellValue(data);
  return ERRORS.has(value) ? { value: null, error: String(value) } : { value };
}

function fillsOf(range: Nullable<IRange>): Pick<BookCell, "fills" | "kind"> {
  if (!range) return {};
  const rows = range.endRow - range.startRow + 1;
  const columns = range.endColumn - range.startColumn + 1;
  return rows * columns === 1 ? {} : { fills: { rows, columns }, kind: "dynamic" };
}

/** The cells of a sheet that are not empty, row by row. */
export function readCells(
  sheet: FWorksheet,
  injector: Injector,
  { unitId, subUnitId }: SheetIds,
): BookCell[] {
  const formulas = injector.get(FormulaDataModel);
  const spilled = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId] ?? {};
  const ranges = formulas.getArrayFormulaRange()[unitId]?.[subUnitId];
  const found = new Map<number, BookCell>();
  new ObjectMatrix<Nullable<ICellData>>(spilled).forValue((row, column, data) => {
    const shown = given(data);
    if (shown.value === "" || (shown.value === null && !shown.error)) return;
    found.set(row * COLUMNS + column, { row, column, ...shown });
  });
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, data: Nullable<ICellData>) => {
      const key = row * COLUMNS + column;
      const formula = formulas.getFormulaStringByCell(row, column, subUnitId, unitId);
      if (formula) {
        const shown = given(data?.v === undefined ? spilled[row]?.[column] : data);
        // What is in the way of a spill leaves its formula without one.
        const isBlocked = shown.error === ErrorType.SPILL;
        const fills = isBlocked ? {} : fillsOf(ranges?.[row]?.[column]);
        found.set(key, { row, column, ...shown, formula, ...fills });
        return;
      }
      const value = cellValue(data);
      if (value !== null && value !== "") found.set(key, { row, column, value });
    });
  return [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
