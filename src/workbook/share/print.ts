import { columnLetters } from "../address";
import { operand } from "./brackets";
import type { Cells } from "./around";
import { calledName, callsOwn, childrenOf, contains, type Node, ownCallId } from "./formula-source";
import { cellByCellArguments, takesNumbers, tellsErrorsApart } from "./function-kinds";
import { NotNative } from "./not-native";
import { givesRange, printOwn } from "./own-call";
import { anchorOf, type At, cellsOf, isOneCell, partAt, type Scope } from "./scope";
import { shapeOf, statedIndex } from "./shape-of";
import { spread } from "./spread";

/** Whether a part of a formula has calls of ours that give ranges. */
export function hasRangeOfOurs(node: Node, scope: Scope): boolean {
  return contains(node, (part) => givesRange(part, scope));
}

function address({ area, prefix, pins }: Cells, at: At): string {
  const { row, column } = partAt(area, at);
  const letters = columnLetters(area.column + column);
  return `${prefix}${pins.column ? "$" : ""}${letters}${pins.row ? "$" : ""}${area.row + row + 1}`;
}

/** A range as plain cells, where it is written as what one of our formulas spills over. */
function ownSpill(node: Node, scope: Scope): string | undefined {
  const anchor = anchorOf(node);
  const at = anchor && cellsOf(anchor, scope);
  if (!at || !("area" in at)) return undefined;
  const spill = scope.around.spillAt({ sheet: at.sheet, ...at.area });
  if (!spill?.isOurs) return undefined;
  const last = { row: spill.rows - 1, column: spill.columns - 1 };
  const cells = { ...at, area: { ...at.area, rows: spill.rows, columns: spill.columns } };
  return `${address(cells, { row: 0, column: 0 })}:${address({ ...cells, prefix: "" }, last)}`;
}

/** A cell of an array of ours that INDEX picks. */
function pickedByIndex(node: Node, at: At | undefined, scope: Scope): string {
  const [array, ...indexes] = node.arguments ?? [];
  if (!array) throw new NotNative("INDEX has nothing to look in");
  const { rows } = shapeOf(array, scope);
  const [first, second] = indexes.map(statedIndex);
  const isAlongRow = rows === 1 && indexes.length === 1;
  const row = isAlongRow ? 1 : first;
  const column = isAlongRow ? first : (second ?? (indexes.length === 1 ? 1 : undefined));
  if (row === undefined || column === undefined) {
    throw new NotNative("INDEX picks a result by a number that changes");
  }
  if ((row === 0 || column === 0) && !at) {
    throw new NotNative("INDEX takes in a whole row or column of results");
  }
  return print(
    array,
    {
      row: row === 0 ? (at?.row ?? 0) : row - 1,
      column: column === 0 ? (at?.column ?? 0) : column - 1,
    },
    scope,
  );
}

/** A node whose text turns into something of another kind, so that it may need brackets. */
function turns(node: Node): boolean {
  return (
    ownCallId(node) !== undefined ||
    ((calledName(node) === "INDEX" || isSingle(node)) && callsOwn(node))
  );
}

function isSingle(node: Node): boolean {
  return node.operator === "@" || calledName(node) === "SINGLE";
}

/** The node with its parts printed; those that go through cell by cell at the place. */
function withParts(node: Node, at: At | undefined, scope: Scope): string {
  const name = node.type === "CallExpression" ? calledName(node) : undefined;
  const args = node.arguments ?? [];
  const through = name === undefined ? undefined : cellByCellArguments(name, args.length);
  if (at && name !== undefined && !through && callsOwn(node) && !isOneCell(shapeOf(node, scope))) {
    throw new NotNative(`${name} takes in a whole range of its results`);
  }
  const inner = tellsErrorsApart(name) ? { ...scope, tellsErrorsApart: true } : scope;
  const isOperation = node.type === "BinaryExpression" || node.type === "UnaryExpression";
  const parts = childrenOf(node).map((child): [Node, string] => {
    const isThrough = name === undefined || through?.includes(args.indexOf(child));
    const text = print(child, isThrough ? at : undefined, inner);
    const isBare = isOperation && turns(child) && !scope.source.isBracketed(child);
    return [child, isBare ? operand(text) : text];
  });
  return scope.source.textOf(node, new Map(parts));
}

/** LET, whose names count as single values where they are. */
function printLet(node: Node, scope: Scope): string {
  const parts = new Map<Node, string>();
  let inner = scope;
  for (const { id, init } of node.declarations ?? []) {
    parts.set(init, print(init, undefined, inner));
    const name = id.name.toUpperCase();
    if (isSurelyOneCell(init, inner)) {
      inner = { ...inner, declared: new Set([...inner.declared, name]) };
    } else if (inner.declared.has(name)) {
      inner = { ...inner, declared: new Set([...inner.declared].filter((one) => one !== name)) };
    }
  }
  if (node.body) parts.set(node.body, print(node.body, undefined, inner));
  return scope.source.textOf(node, parts);
}

function isSurelyOneCell(node: Node, scope: Scope): boolean {
  try {
    return isOneCell(shapeOf(node, scope));
  } catch (error) {
    if (error instanceof NotNative) return false;
    throw error;
  }
}

/**
 * A part of a formula as ordinary Excel: as it stands, or, for a place, the one value that a
 * range of it has there.
 *
 * @throws NotNative where there is no such text
 */
export function print(node: Node, at: At | undefined, scope: Scope): string {
  const { source } = scope;
  const id = ownCallId(node);
  if (id !== undefined) return printOwn(id, node, at, scope, print);
  if (node.type === "LambdaExpression" && callsOwn(node)) {
    throw new NotNative("LAMBDA calls it with arguments that are known only when it is calculated");
  }
  const cells = at ? cellsOf(node, scope) : undefined;
  if (at && cells && "area" in cells && !isOneCell(cells.area)) return address(cells, at);
  if (at && node.type === "ArrayExpression") {
    const { row, column } = partAt(shapeOf(node, scope), at);
    return source.textOf(node.elements?.[row]?.[column] ?? node);
  }
  if (anchorOf(node)) return ownSpill(node, scope) ?? source.textOf(node);
  if (node.type === "LetExpression") return printLet(node, scope);
  const [first] = node.arguments ?? [];
  if (isSingle(node) && first && callsOwn(first)) return print(first, { row: 0, column: 0 }, scope);
  if (first && hasRangeOfOurs(first, scope) && calledName(node) === "INDEX") {
    return pickedByIndex(node, at, scope);
  }
  const name = calledName(node) ?? "";
  if ((takesNumbers(name) || name === "SUMPRODUCT") && hasRangeOfOurs(node, scope)) {
    return spread(name, node, scope, print);
  }
  return withParts(node, at, scope);
}
