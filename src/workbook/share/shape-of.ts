import { FUNCTIONS, NAMESPACE } from "../../functions";
import type { TableDefinition } from "../../functions/define-table";
import type { FunctionDefinition } from "../../functions/define";
import type { Shape } from "./around";
import { calledName, childrenOf, type Node, ownCallId } from "./formula-source";
import { cellByCellArguments } from "./function-kinds";
import { knownValues } from "./known-values";
import { NotNative } from "./not-native";
import { cellsOf, commonShape, isOneCell, ONE_CELL, type Scope } from "./scope";

/** Rows of a margin curve whose percentiles are not given. */
const CURVE_ROWS = 9;
const MOST_ROWS = 600;

function sizeOf(node: Node | null | undefined, scope: Scope): Shape {
  return node ? shapeOf(node, scope) : ONE_CELL;
}

/** The shape of what an operator or a function takes value by value. */
function valuesShape(node: Node | null | undefined, scope: Scope): Shape {
  const shape = sizeOf(node, scope);
  if (scope.around.intersects && node && !isOneCell(shape) && cellsOf(node, scope)) {
    throw new NotNative("the formula takes one cell of a range, the one beside it");
  }
  return shape;
}

/** How the arguments of one of our functions broadcast; undefined where they do not fit. */
export function ownShape(
  { params }: FunctionDefinition,
  args: readonly (Node | null)[],
  scope: Scope,
): Shape | undefined {
  const single = args.filter((_, i) => params[i]?.kind !== "list");
  return commonShape(single.map((arg) => sizeOf(arg, scope)));
}

/** The one number that a node is known to be. */
function knownNumber(node: Node | null | undefined, scope: Scope, at = { row: 0, column: 0 }) {
  const values = node ? knownValues(node, at, scope) : undefined;
  return values?.length === 1 && values[0] !== undefined ? Number(values[0] ?? 0) : undefined;
}

/** How many rows a table has below its heading, today. */
function tableRows(id: string, args: readonly (Node | null)[], scope: Scope): number {
  if (id === "MARGINFORECAST") {
    const months = knownNumber(args[0], scope);
    if (months === undefined) throw new NotNative("the number of months is not known");
    return Number.isInteger(months) && months > 0 && months <= MOST_ROWS ? months : 0;
  }
  const percentiles =
    args[FUNCTIONS.get(id)?.params.findIndex(({ kind }) => kind === "list") ?? -1];
  if (!percentiles) return CURVE_ROWS;
  const { rows, columns } = shapeOf(percentiles, scope);
  let filled = 0;
  for (let i = 0; i < rows * columns; i++) {
    const at = rows > 1 ? { row: i, column: 0 } : { row: 0, column: i };
    const value = knownNumber(percentiles, scope, at);
    if (value === undefined) throw new NotNative("the percentiles are not known");
    if (value !== 0) filled += 1;
  }
  return filled === 0 ? CURVE_ROWS : filled;
}

function tableShape(
  id: string,
  { headings }: TableDefinition,
  args: readonly (Node | null)[],
  scope: Scope,
): Shape {
  const rows = tableRows(id, args, scope);
  return rows === 0 ? ONE_CELL : { rows: rows + 1, columns: headings.length };
}

/** Which row or column INDEX takes: a number that the formula states, 0 for all. */
export function statedIndex(node: Node | null | undefined): number | undefined {
  if (node === undefined || node === null) return 0;
  return node.type === "Literal" && typeof node.value === "number" ? node.value : undefined;
}

function indexShape(node: Node, scope: Scope): Shape {
  const [array, row, column] = node.arguments ?? [];
  const whole = sizeOf(array, scope);
  const isLine = whole.rows === 1 || whole.columns === 1;
  const indexes = [row, column].map((index) => statedIndex(index));
  if (isLine && column === undefined && indexes[0] !== 0) return sizeOf(row, scope);
  const [rows, columns] = indexes;
  if (rows !== 0 && columns !== 0) {
    const common = commonShape([sizeOf(row, scope), sizeOf(column, scope)]);
    if (common) return common;
  }
  return { rows: rows === 0 ? whole.rows : 1, columns: columns === 0 ? whole.columns : 1 };
}

function callShape(node: Node, scope: Scope): Shape {
  const args = node.arguments ?? [];
  const id = ownCallId(node);
  if (id !== undefined) {
    const definition = FUNCTIONS.get(id);
    if (!definition) throw new NotNative(`this version has no function ${NAMESPACE}.${id}`);
    return definition.shape === "table"
      ? tableShape(id, definition, args, scope)
      : (ownShape(definition, args, scope) ?? ONE_CELL);
  }
  const name = calledName(node);
  if (name === "SINGLE") return ONE_CELL;
  if (name === "INDEX") return indexShape(node, scope);
  const through = name === undefined ? undefined : cellByCellArguments(name, args.length);
  if (through) {
    const shape = commonShape(through.map((i) => valuesShape(args[i], scope)));
    if (shape) return shape;
  }
  throw new NotNative(
    `the size of what ${name ?? "LAMBDA"} gives is known only when it is calculated`,
  );
}

/**
 * Rows and columns of what a node gives.
 *
 * @throws NotNative where they are known only to the running workbook
 */
export function shapeOf(node: Node, scope: Scope): Shape {
  const known = scope.shapes.get(node);
  if (known) return known;
  const shape = newShape(node, scope);
  scope.shapes.set(node, shape);
  return shape;
}

function newShape(node: Node, scope: Scope): Shape {
  const cells = cellsOf(node, scope);
  if (cells) {
    return "area" in cells ? cells.area : ONE_CELL;
  }
  switch (node.type) {
    case "ArrayExpression":
      return { rows: node.elements?.length ?? 1, columns: node.elements?.[0]?.length ?? 1 };
    case "CallExpression":
      return callShape(node, scope);
    case "UnaryExpression":
      return node.operator === "@" ? ONE_CELL : valuesShape(node.arguments?.[0], scope);
    case "BinaryExpression": {
      if ([":", ",", " "].includes(node.operator ?? "")) {
        throw new NotNative("it takes in cells that are known only when it is calculated");
      }
      const shape = commonShape(childrenOf(node).map((child) => valuesShape(child, scope)));
      if (!shape) throw new NotNative("ranges of different shapes meet in it");
      return shape;
    }
    case "LetExpression":
      throw new NotNative("LET gives it a range");
    default:
      return ONE_CELL;
  }
}

/** Notes which names of LET stand for single values; a name that may be a range stays unknown. */
export function declareNames(node: Node, scope: Scope): void {
  const ranges = new Set<string>();
  const visit = (part: Node): void => {
    for (const { id, init } of part.declarations ?? []) {
      const name = id.name.toUpperCase();
      if (isSurelyOneCell(init, scope) && !ranges.has(name)) scope.declared.add(name);
      else ranges.add(name);
    }
    for (const child of childrenOf(part)) visit(child);
  };
  visit(node);
  for (const name of ranges) scope.declared.delete(name);
  scope.shapes.clear();
}

function isSurelyOneCell(node: Node, scope: Scope): boolean {
  try {
    return isOneCell(shapeOf(node, scope));
  } catch (error) {
    if (error instanceof NotNative) return false;
    throw error;
  }
}
