import type { CellChange } from "../../../workbook/share/book";
import { type CellWriting, newCell } from "./change-cells";
import { groupedBy } from "./grouped-by";
import type { Position } from "./sheet-xml";
import { appendEdit, attributesEdit, contentEdit, type Edit, prefixOf } from "./xml-edits";
import { child, type XmlElement } from "./xml-tree";

/** Where rows and cells stand in a sheet's text, as far as cells are to be added. */
export class SheetPlaces {
  readonly #rows: { readonly row: number; readonly element: XmlElement }[] = [];
  readonly #cells = new Map<number, (Position & { readonly from: number })[]>();

  addRow(element: XmlElement, row: number): void {
    this.#rows.push({ row, element });
  }

  addCell({ from }: XmlElement, position: Position): void {
    const cells = this.#cells.get(position.row);
    if (cells) cells.push({ ...position, from });
    else this.#cells.set(position.row, [{ ...position, from }]);
  }

  /** Adds cells that the sheet does not have, each with a formula. */
  additions(sheet: XmlElement, changes: readonly CellChange[], writing: CellWriting): Edit[] {
    const data = child(sheet, "sheetData");
    if (!data || changes.length === 0) return [];
    const prefix = prefixOf(data);
    const byRow = groupedBy(changes, ({ row }) => row);
    const newRows: Edit[] = [];
    const edits = [...byRow]
      .sort(([a], [b]) => a - b)
      .flatMap(([row, added]) => {
        const inOrder = [...added].sort((a, b) => a.column - b.column);
        const existing = this.#rows.find((each) => each.row === row)?.element;
        if (existing) return this.#inRow(existing, inOrder, writing);
        const cells = inOrder.map((change) => newCell(prefix, change, writing)).join("");
        const at = this.#rows.find((each) => each.row > row)?.element.from ?? data.insideTo;
        const text = `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
        newRows.push({ from: at, to: at, text });
        return [];
      });
    if (data.to > data.inside) return [...edits, ...newRows];
    return [contentEdit(data, newRows.map(({ text }) => text).join(""))];
  }

  #inRow(row: XmlElement, changes: readonly CellChange[], writing: CellWriting): Edit[] {
    const prefix = prefixOf(row);
    if (row.to === row.inside) {
      return [contentEdit(row, changes.map((change) => newCell(prefix, change, writing)).join(""))];
    }
    const additions = changes.map((change) => {
      const cell = newCell(prefix, change, writing);
      const next = this.#cells.get(change.row)?.find(({ column }) => column > change.column);
      return next ? { from: next.from, to: next.from, text: cell } : appendEdit(row, cell);
    });
    // What the row states of its width may no longer be so.
    const spans =
      row.attributes.spans === undefined ? [] : [attributesEdit(row, { spans: undefined })];
    return [...spans, ...additions];
  }
}
