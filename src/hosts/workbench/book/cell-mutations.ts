import {
  CellValueType,
  type ICellData,
  type Injector,
  type Nullable,
  type ObjectMatrix,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { CellValue } from "../../../workbook/host";
import type { CellChange } from "../../../workbook/share/book";
import { cellValue } from "../cell-value";
import type { SheetIds } from "../sheet-rules";
import type { Mutation } from "./book-rules";

/** What is written to a cell; null takes away what is there. Its style stays. */
type Written = Record<keyof Pick<ICellData, "v" | "t" | "f" | "si" | "p">, unknown>;

const NOTHING: Written = { v: null, t: null, f: null, si: null, p: null };

const TYPES = {
  number: CellValueType.NUMBER,
  string: CellValueType.STRING,
  boolean: CellValueType.BOOLEAN,
} as const;

/** A value that is kept as it is: a text stays one, whatever it looks like. */
function constant(value: CellValue): Written {
  if (value === null || value === "") return NOTHING;
  const type = typeof value;
  const t = type === "number" || type === "boolean" ? TYPES[type] : TYPES.string;
  return { ...NOTHING, v: type === "boolean" ? Number(value) : value, t };
}

type Matrix = Record<number, Record<number, Written>>;

function put(matrix: Matrix, { row, column }: CellChange, written: Written): void {
  (matrix[row] ??= {})[column] = written;
}

/** The changes of a sheet's cells as one mutation, and what takes it back. */
export function cellMutations(
  injector: Injector,
  sheet: SheetIds,
  cells: ObjectMatrix<Nullable<ICellData>>,
  changes: readonly CellChange[],
): { readonly change: Mutation; readonly takeBack: Mutation } {
  const { unitId, subUnitId } = sheet;
  const formulas = injector.get(FormulaDataModel);
  const spilled = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId];
  const after: Matrix = {};
  const before: Matrix = {};
  for (const change of changes) {
    const { row, column, formula, isEmptied } = change;
    const data = cells.getValue(row, column);
    const own = formulas.getFormulaStringByCell(row, column, subUnitId, unitId);
    const shown = data?.v === undefined || data.v === null ? spilled?.[row]?.[column] : data;
    if (isEmptied) put(after, change, NOTHING);
    else if (formula !== undefined) put(after, change, { ...NOTHING, f: formula });
    else put(after, change, constant(cellValue(shown)));
    const { v = null, t = null, p = null } = data ?? {};
    // A formula that others share is written out: they keep theirs.
    put(before, change, own ? { ...NOTHING, f: own } : { ...NOTHING, v, t, p });
  }
  const mutation = (written: Matrix): Mutation => ({
    id: SetRangeValuesMutation.id,
    params: { ...sheet, cellValue: written },
  });
  return { change: mutation(after), takeBack: mutation(before) };
}
