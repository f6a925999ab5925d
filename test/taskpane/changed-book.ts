import type { Book, BookCell, BookChanges, CellChange } from "../../src/workbook/share/book";

type Place = Pick<CellChange, "sheet" | "row" | "column">;

function keyOf({ sheet, row, column }: Place): string {
  return `${sheet.toLowerCase()} ${row} ${column}`;
}

function isFilledBy({ row, column, fills, sheet }: CellChange, place: Place): boolean {
  if (!fills || sheet.toLowerCase() !== place.sheet.toLowerCase()) return false;
  const isRow = place.row >= row && place.row < row + fills.rows;
  return isRow && place.column >= column && place.column < column + fills.columns;
}

/** A cell after its change; undefined where it is empty. Nothing is worked out: values stay. */
function changedCell(
  cell: BookCell,
  change: CellChange,
  changes: readonly CellChange[],
): BookCell | undefined {
  const { row, column, value, error } = cell;
  const { formula, fills, kind, isEmptied } = change;
  // What is emptied for a formula to spill over shows what that gives.
  if (isEmptied && !changes.some((other) => isFilledBy(other, change))) return undefined;
  return {
    row,
    column,
    value,
    ...(error !== undefined && { error }),
    ...(formula !== undefined && { formula }),
    ...(fills && { fills, kind: kind ?? "dynamic" }),
  };
}

/** A book after changes, as a program that calculates nothing leaves it. */
export function changedBook(book: Book, { cells, names, others }: BookChanges): Book {
  const changes = new Map(cells.map((change) => [keyOf(change), change]));
  const same = (a = "", b = "") => a.toLowerCase() === b.toLowerCase();
  return {
    sheets: book.sheets.map((sheet) => {
      const isThere = new Set(sheet.cells.map((cell) => keyOf({ ...cell, sheet: sheet.name })));
      const added = cells
        .filter((change) => same(change.sheet, sheet.name) && !isThere.has(keyOf(change)))
        .map(({ row, column }): BookCell => ({ row, column, value: null }));
      return {
        ...sheet,
        cells: [...sheet.cells, ...added]
          .flatMap((cell) => {
            const change = changes.get(keyOf({ ...cell, sheet: sheet.name }));
            return change ? (changedCell(cell, change, cells) ?? []) : cell;
          })
          .sort((a, b) => a.row - b.row || a.column - b.column),
      };
    }),
    names: book.names.map(
      (name) =>
        names.find((one) => same(one.name, name.name) && same(one.sheet, name.sheet)) ?? name,
    ),
    others: book.others.flatMap((other) => {
      const change = others.find(
        ({ where, sheet, at, before }) =>
          where === other.where &&
          same(sheet, other.sheet) &&
          at === other.at &&
          before === other.formula,
      );
      if (!change) return other;
      return change.formula === undefined ? [] : { ...other, formula: change.formula };
    }),
  };
}
