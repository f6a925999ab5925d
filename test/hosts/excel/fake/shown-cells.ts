import { type CellScalar, isErrorText } from "./cell-entry";
import { type FakeArea, MAX_COLUMNS } from "./cells";
import type { FakeWorksheet } from "./worksheet";

/** What a cell tells: its formula, and what it shows. */
export interface ShownCell {
  readonly formula: CellScalar;
  readonly value: CellScalar;
  readonly type: "Empty" | "String" | "Double" | "Boolean" | "Error";
}

const BLOCKED = "#SPILL!";

function keyOf(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** The cells of a formula that fills several; undefined where it does not, or something is in its way. */
export function spillArea(sheet: FakeWorksheet, row: number, column: number): FakeArea | undefined {
  const { formula } = sheet.cells.at(row, column).entry;
  const result = formula === undefined ? undefined : sheet.workbook.results.get(formula);
  const [rows, columns] = [result?.length ?? 1, result?.[0]?.length ?? 1];
  if (rows * columns === 1) return undefined;
  const area = { row, column, rows, columns };
  const others = sheet.cells.rows(area).flat().slice(1);
  return others.every(({ entry }) => entry.value === "" && !entry.formula) ? area : undefined;
}

interface Filled {
  readonly value: CellScalar;
  readonly formula: string;
}

/** What formulas of a sheet put into cells, their own included, by the cells' keys. */
function filledCells(sheet: FakeWorksheet): ReadonlyMap<number, Filled> {
  const filled = new Map<number, Filled>();
  const { results } = sheet.workbook;
  if (results.size === 0) return filled;
  for (const { row, column, formula } of sheet.cells.formulas()) {
    const result = results.get(formula);
    if (!result) continue;
    const isSeveral = result.length * (result[0]?.length ?? 1) > 1;
    if (isSeveral && !spillArea(sheet, row, column)) {
      filled.set(keyOf(row, column), { value: BLOCKED, formula });
      continue;
    }
    for (const [i, line] of result.entries()) {
      for (const [j, value] of line.entries()) {
        filled.set(keyOf(row + i, column + j), { value, formula });
      }
    }
  }
  return filled;
}

function typeOf(value: CellScalar, isText: boolean): ShownCell["type"] {
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return !isText && isErrorText(value) ? "Error" : "String";
}

/** The cells of an area as Excel tells of them. */
export function shownCells(sheet: FakeWorksheet, area: FakeArea): ShownCell[][] {
  const filled = filledCells(sheet);
  const { tellsFormulaOfFilled } = sheet.workbook;
  return sheet.cells.rows(area).map((line, i) =>
    line.map(({ entry }, j): ShownCell => {
      const given = filled.get(keyOf(area.row + i, area.column + j));
      if (entry.value === "" && entry.formula === undefined && given) {
        const { value, formula } = given;
        const told = tellsFormulaOfFilled ? formula : value;
        return { formula: told, value, type: typeOf(value, false) };
      }
      const value = given?.value ?? entry.value;
      if (value === "" && entry.formula === undefined) {
        return { formula: "", value, type: "Empty" };
      }
      const isText = entry.formula === undefined;
      return { formula: entry.formula ?? value, value, type: typeOf(value, isText) };
    }),
  );
}

/** The cells in use; null where there are none. */
export function usedArea(sheet: FakeWorksheet, valuesOnly: boolean): FakeArea | null {
  const filled = filledCells(sheet);
  const keys = new Set(filled.keys());
  for (const { row, column, entry, numberFormat, format } of sheet.cells.all()) {
    const isFilled = entry.value !== "" || entry.formula !== undefined;
    const isFormatted = numberFormat !== "General" || format.size > 0;
    if (isFilled || (!valuesOnly && isFormatted)) keys.add(keyOf(row, column));
  }
  if (keys.size === 0) return null;
  const rows = [...keys].map((key) => Math.floor(key / MAX_COLUMNS));
  const columns = [...keys].map((key) => key % MAX_COLUMNS);
  const [least, most] = [
    (all: number[]) => all.reduce((a, b) => Math.min(a, b)),
    (all: number[]) => all.reduce((a, b) => Math.max(a, b)),
  ];
  const [row, column] = [least(rows), least(columns)];
  return { row, column, rows: most(rows) - row + 1, columns: most(columns) - column + 1 };
}
