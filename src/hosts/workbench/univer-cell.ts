import { CellValueType, type ICellData } from "@univerjs/core";

/** A cell's content as Univer keeps it; a formula is worked out by Univer itself. */
export function univerCell(
  content: number | string | boolean | null | { readonly formula: string },
): ICellData {
  if (content === null) return {};
  switch (typeof content) {
    case "object":
      return { f: content.formula };
    case "number":
      return { v: content, t: CellValueType.NUMBER };
    case "boolean":
      return { v: content ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return { v: content, t: CellValueType.STRING };
  }
}
