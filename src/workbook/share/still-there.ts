import { cellAddress } from "../address";
import type { Book } from "./book";
import type { LeftFormula } from "./formula-record";
import { findCalls } from "./own-calls";

/** The formulas of ours in a finished book: those that were known to stay, then any other that is found. */
export function stillThere(book: Book, known: readonly LeftFormula[]): LeftFormula[] {
  const reason = "it was found again afterwards";
  const found: LeftFormula[] = [
    ...book.sheets.flatMap(({ name: sheet, cells }) =>
      cells.flatMap(({ row, column, formula }): LeftFormula[] =>
        formula === undefined
          ? []
          : [{ where: "cell", sheet, at: cellAddress(row, column), formula, reason }],
      ),
    ),
    ...book.names.map(({ name: at, sheet = "", formula }): LeftFormula => ({
      where: "name",
      sheet,
      at,
      formula,
      reason,
    })),
    ...book.others.map((other): LeftFormula => ({ ...other, reason })),
  ];
  const places = new Set(known.map(({ sheet, at }) => `${sheet}!${at}`));
  return [
    ...known,
    ...found.filter(
      ({ sheet, at, formula }) => !places.has(`${sheet}!${at}`) && findCalls(formula).length > 0,
    ),
  ];
}
