import { cellPosition } from "./file-area";
import type { FilePackage } from "./file-package";
import { damaged } from "./refusal";
import type { XmlElement } from "./xml-tree";

/** A place on a sheet, counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface SheetVisitor {
  readonly cell: (element: XmlElement, position: Position) => void;
  /** Called after the cells of the row. */
  readonly row?: (element: XmlElement, row: number) => void;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

function isOnSheet({ row, column }: Position): boolean {
  const isRow = Number.isInteger(row) && row >= 0 && row < ROWS;
  return isRow && column >= 0 && column < COLUMNS;
}

/**
 * Goes through the cells of a sheet as they come and gives the rest of it. Addresses may be left
 * out: a row or cell without one follows the one before it.
 */
export function visitSheet(
  parts: FilePackage,
  path: string,
  xml: string,
  visit: SheetVisitor,
): XmlElement {
  let currentRow: XmlElement | undefined;
  let row = -1;
  let column = -1;
  const enterRow = (element: XmlElement) => {
    if (element === currentRow) return;
    currentRow = element;
    row = element.attributes.r === undefined ? row + 1 : Number(element.attributes.r) - 1;
    column = -1;
  };
  return parts.tree(path, xml, (element) => {
    if (element.name === "c" && element.parent?.name === "row") {
      enterRow(element.parent);
      const { r } = element.attributes;
      const place = r === undefined ? { row, column: column + 1 } : cellPosition(r);
      if (!place || !isOnSheet(place)) throw damaged(`${path} has a cell outside the sheet.`);
      column = place.column;
      visit.cell(element, place);
      return "drop";
    }
    if (element.name === "row" && element.parent?.name === "sheetData") {
      enterRow(element);
      visit.row?.(element, row);
      return "drop";
    }
    return undefined;
  });
}
