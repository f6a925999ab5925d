import { parseA1Ref } from "@borgar/fx";
import type { OtherFormula } from "./book";
import type { BookIndex } from "./book-around";

/** The cell from which the relative references of a formula count: the top left one of its area. */
export function placeOf(
  { where, sheet, at }: OtherFormula,
  index: BookIndex,
): { readonly row: number; readonly column: number } {
  if (where === "table column") {
    const [table = ""] = at.split("[");
    const found = index.tableOf(table, { sheet, row: 0, column: 0 })?.table;
    return found ? { row: found.row + 1, column: found.column } : { row: 0, column: 0 };
  }
  const [first = ""] = at.split(/[\s,]/);
  const parsed = parseA1Ref(first, { allowNamed: false });
  const range = parsed && "range" in parsed ? parsed.range : undefined;
  return { row: range?.top ?? 0, column: range?.left ?? 0 };
}
