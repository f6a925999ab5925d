import { cellAddress } from "../../../src/workbook/address";
import type { Book, BookCell } from "../../../src/workbook/share/book";
import type { Calculated, CellContent, CellValue } from "../../engines/cells";
import { bookOfEverything, NAME } from "./book-of-everything";
import { isSame } from "./both-ways";

/** Whatever a formula is in a book: its text, and the cells that it fills. */
export function formulasOf({ sheets, names }: Book): ReadonlyMap<string, string> {
  return new Map([
    ...names.map(({ name, formula }) => [name, formula] as const),
    ...sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, formula, fills }) => {
        const size = fills ? ` over ${fills.rows} x ${fills.columns}` : "";
        return formula === undefined
          ? []
          : [[`${name}!${cellAddress(row, column)}`, formula + size] as const];
      }),
    ),
  ]);
}

/** The formulas of the sheets that the book has of its own, but for the table's: their words are the host's. */
export function nativeFormulas(book: Book): readonly (readonly [string, string])[] {
  const own = new Set([...bookOfEverything().keys(), NAME.name]);
  return [...formulasOf(book)].filter(
    ([at]) => own.has(at.replace(/!\w+$/, "")) && !/^Sales!C/.test(at),
  );
}

export function valueOf({ value, error }: BookCell): CellValue {
  return error === undefined ? (value ?? "") : { error };
}

/** Cells that show something else than in the book. */
export function differences(before: Book, calculated: Calculated) {
  return before.sheets.flatMap(({ name, cells }) =>
    cells.flatMap((cell) => {
      const at = cellAddress(cell.row, cell.column);
      const wanted = valueOf(cell);
      const found = calculated.get(name)?.get(at);
      return isSame(wanted, found ?? "", 1e-6) ? [] : [{ name, at, wanted, found }];
    }),
  );
}

/** A cell for IronCalc, which knows neither names of formulas nor words of tables, and lets nothing spill. */
export function contentFor(cell: BookCell, blended: string): CellContent {
  const { row, formula, fills } = cell;
  const value = valueOf(cell);
  if (formula === undefined || fills) {
    return typeof value === "object" ? { formula: `=${value.error}` } : value;
  }
  return {
    formula: formula
      .replace(/\bBlended\b/g, `(${blended})`)
      .replace(/Sales\[\[#This Row\],\[Revenue\]\]/g, `A${row + 1}`)
      .replace(/Sales\[\[#This Row\],\[Cost\]\]/g, `B${row + 1}`),
  };
}
