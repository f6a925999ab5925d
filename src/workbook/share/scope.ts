import type { Around, Cells, Shape } from "./around";
import { cellsOfAddress } from "./around";
import type { Node, Source } from "./formula-source";
import { NotNative } from "./not-native";
import { sheetPrefix } from "../placement";
import type { Value } from "../spreadsheet-functions";

/** What is known where a part of a formula stands. */
export interface Scope {
  readonly source: Source;
  readonly around: Around;
  /** Names that LET gives to single values, in capitals. */
  readonly declared: Set<string>;
  /** Shapes that have been found out. */
  readonly shapes: Map<Node, Shape>;
  /** Something around tells one error from another, so that errors of arguments must turn into our own. */
  readonly tellsErrorsApart: boolean;
}

/** A place in a result, counted from 0. */
export interface At {
  readonly row: number;
  readonly column: number;
}

export const ONE_CELL: Shape = { rows: 1, columns: 1 };

export function isOneCell({ rows, columns }: Shape): boolean {
  return rows === 1 && columns === 1;
}

/** The shape that several broadcast to; undefined where one does not fit. */
export function commonShape(shapes: readonly Shape[]): Shape | undefined {
  const rows = Math.max(1, ...shapes.map((shape) => shape.rows));
  const columns = Math.max(1, ...shapes.map((shape) => shape.columns));
  const fits = shapes.every(
    (shape) =>
      (shape.rows === rows || shape.rows === 1) &&
      (shape.columns === columns || shape.columns === 1),
  );
  return fits ? { rows, columns } : undefined;
}

/** The part of this shape that counts at a place of the broadcast whole. */
export function partAt(shape: Shape, { row, column }: At): At {
  return { row: shape.rows === 1 ? 0 : row, column: shape.columns === 1 ? 0 : column };
}

function isThisRow(text: string): boolean {
  return /\[(?:@|\[#This Row\])/i.test(text) && !/\]:\[/.test(text);
}

/** What a name or a structured reference stands for: cells, a constant, or one cell of which no more is known. */
function namedCells(
  text: string,
  { around }: Scope,
): Cells | { readonly value: Value | undefined } {
  const found = around.lookUp(text);
  if (found && "area" in found) {
    const prefix = found.sheet === around.cell.sheet ? "" : sheetPrefix(found.sheet);
    return { ...found, prefix, pins: { row: true, column: true } };
  }
  if (found) return found;
  if (isThisRow(text)) return { value: undefined };
  throw new NotNative(`${text} is neither cells nor a constant`);
}

/**
 * The cells that a reference stands for, `A1#` included, or the value of a constant; undefined
 * for nodes of other kinds.
 *
 * @throws NotNative where they are known only to the running workbook
 */
export function cellsOf(
  node: Node,
  scope: Scope,
): Cells | { readonly value: Value | undefined } | undefined {
  const { source, around } = scope;
  if (node.type === "ReferenceIdentifier") {
    const text = String(node.value);
    if (node.kind === "name" && scope.declared.has(text.toUpperCase())) return { value: undefined };
    if (node.kind === "name" || node.kind === "table") return namedCells(text, scope);
    const cells = cellsOfAddress(text, around);
    if (!cells) throw new NotNative(`${text} takes in whole columns, whole rows or several sheets`);
    return cells;
  }
  const anchor = anchorOf(node);
  if (!anchor) return undefined;
  const cells = cellsOf(anchor, scope);
  const spill =
    cells && "area" in cells ? around.spillAt({ sheet: cells.sheet, ...cells.area }) : undefined;
  if (!spill || !cells || !("area" in cells)) {
    throw new NotNative(`what ${source.textOf(node)} takes in is known only when it is calculated`);
  }
  const { rows, columns } = spill;
  return { ...cells, area: { ...cells.area, rows, columns } };
}

/** The A1 of `A1#`. */
export function anchorOf(node: Node): Node | undefined {
  const isAnchor =
    (node.type === "UnaryExpression" && node.operator === "#") ||
    /(^|\.)ANCHORARRAY$/i.test(node.callee?.name ?? "");
  return isAnchor ? (node.arguments?.[0] ?? undefined) : undefined;
}
