import type { CellChange } from "../../../workbook/share/book";
import { areaAddress, cellAddress } from "../../../workbook/address";
import { cellValue } from "./cell-value";
import { escapedText } from "./file-text";
import { storedFormula } from "./stored-formula";
import { elementText, openingTag, prefixOf } from "./xml-edits";
import type { XmlElement } from "./xml-tree";

/** What is needed of the workbook to write a cell. */
export interface CellWriting {
  readonly texts: () => readonly string[];
  /** The mark for formulas that spill by themselves. */
  readonly dynamicMark: () => string;
}

/** `<f>` with a formula as it is stored. */
export function formulaElement(prefix: string, stored: string, attributes = ""): string {
  const keepsSpace = /^\s|\s$/.test(stored) ? ' xml:space="preserve"' : "";
  const text = elementText(escapedText(stored));
  return `<${prefix}f${attributes}${keepsSpace}>${text}</${prefix}f>`;
}

function newFormula(prefix: string, change: CellChange & { readonly formula: string }): string {
  const { row, column, formula, fills, kind } = change;
  if (!fills && kind === undefined) return formulaElement(prefix, storedFormula(formula, true));
  const ref = areaAddress({ row, column, ...(fills ?? { rows: 1, columns: 1 }) });
  return formulaElement(prefix, storedFormula(formula, false), ` t="array" ref="${ref}"`);
}

/** How the cell is marked after the change: what spills by itself has a mark, nothing else. */
function marks({ formula, fills, kind }: CellChange, writing: CellWriting) {
  const isDynamic = formula !== undefined && (kind === "dynamic" || (fills && kind === undefined));
  return { cm: isDynamic ? writing.dynamicMark() : undefined };
}

/** A cell as it is after a change: its look, and the value that it shows, stay. */
export function changedCell(
  xml: string,
  cell: XmlElement,
  change: CellChange,
  writing: CellWriting,
): string {
  const prefix = prefixOf(cell);
  const { formula } = change;
  if (change.isEmptied)
    return openingTag(cell, { t: undefined, cm: undefined, vm: undefined }, "/>");
  const cm = marks(change, writing);
  const parts = cell.children.filter(({ name }) => name !== "f");
  const kept = (elements: readonly XmlElement[]) =>
    elements.map(({ from, to }) => xml.slice(from, to)).join("");
  const end = `</${cell.tag}>`;
  if (formula === undefined) return openingTag(cell, cm) + kept(parts) + end;
  const written = newFormula(prefix, { ...change, formula });
  const { t } = cell.attributes;
  // The text of a formula stands in its cell.
  if (t === "s" || t === "inlineStr") {
    const text = elementText(escapedText(String(cellValue(cell, writing.texts()) ?? "")));
    const others = parts.filter(({ name }) => name !== "v" && name !== "is");
    const value = `<${prefix}v>${text}</${prefix}v>`;
    return openingTag(cell, { ...cm, t: "str" }) + written + value + kept(others) + end;
  }
  return openingTag(cell, cm) + written + kept(parts) + end;
}

/** A cell that the sheet does not have yet. */
export function newCell(prefix: string, change: CellChange, writing: CellWriting): string {
  const { row, column, formula } = change;
  if (formula === undefined) return "";
  const { cm } = marks(change, writing);
  const mark = cm === undefined ? "" : ` cm="${cm}"`;
  const content = newFormula(prefix, { ...change, formula });
  return `<${prefix}c r="${cellAddress(row, column)}"${mark}>${content}</${prefix}c>`;
}
