import type { BookCell } from "../../../workbook/share/book";
import { fileArea } from "./file-area";
import { unescapedText } from "./file-text";
import { child, type XmlElement } from "./xml-tree";

/** A formula as a sheet keeps it. */
export interface CellFormula {
  readonly element: XmlElement;
  /** As it is stored; undefined where another cell keeps it. */
  readonly stored: string | undefined;
  /** The cells that share it, by the number of their group. */
  readonly group: string | undefined;
  readonly kind: NonNullable<BookCell["kind"]>;
  readonly fills: BookCell["fills"];
}

/**
 * The formula of a cell; undefined where it has none, or shows a cell of a what-if table, which
 * has no formula that could be typed.
 *
 * @param isDynamic whether the mark of a cell (`cm`) says that its formula spills by itself
 */
export function cellFormula(
  cell: XmlElement,
  isDynamic: (mark: string) => boolean,
): CellFormula | undefined {
  const element = child(cell, "f");
  if (!element || element.attributes.t === "dataTable") return undefined;
  const { t, si, ref } = element.attributes;
  const stored = element.text === "" ? undefined : unescapedText(element.text);
  if (t === "shared" && si !== undefined) {
    return { element, stored, group: si, kind: "ordinary", fills: undefined };
  }
  if (stored === undefined) return undefined;
  if (t !== "array")
    return { element, stored, group: undefined, kind: "ordinary", fills: undefined };
  const { rows = 1, columns = 1 } = fileArea(ref ?? "") ?? {};
  return {
    element,
    stored,
    group: undefined,
    kind: isDynamic(cell.attributes.cm ?? "") ? "dynamic" : "array",
    fills: rows * columns > 1 ? { rows, columns } : undefined,
  };
}
