import { columnLetters } from "../address";
import { operand } from "./brackets";
import type { Cells } from "./around";
import { calledName, callsOwn, childrenOf, contains, type Node, ownCallId } from "./formula-source";
import { cellByCellArguments, tellsErrorsApart } from "./function-kinds";
import { NotNative } from "./not-native";
import { givesRange, printOwn } from "./own-call";
import { anchorOf, type At, cellsOf, isOneCell, partAt, type Scope } from "./scope";
import { shapeOf, statedIndex } from "./shape-of";
import { takenTogether } from "./taken-together";

/** Whether a part of a formula has calls of ours that give ranges. */
export function hasRangeOfOurs(node: Node, scope: Scope): boolean {
  return contains(node, (part) => givesRange(part, scope));
}

/** CHOOSE takes no more values. */
const MOST_CHOICES = 254;

/** Whether a part gives a range to whose cells calls of ours go. */
function isRangeOfOurs(node: Node, scope: Scope): boolean {
  return hasRangeOfOurs(node, scope) && !isOneCell(shapeOf(node, scope));
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

/** The result of ours that INDEX picks, by numbers that the formula states or by one that changes. */
function pickedByIndex(node: Node, at: At | undefined, scope: Scope): string {
  const [array, first, second] = node.arguments ?? [];
  if (!array) throw new NotNative("INDEX has nothing to look in");
  const { rows, columns } = shapeOf(array, scope);
  const isAlongRow = rows === 1 && second === undefined;
  const indexes = isAlongRow ? { row: undefined, column: first } : { row: first, column: second };
  const stated = {
    row: isAlongRow ? 1 : statedIndex(indexes.row),
    column: indexes.column === undefined && columns === 1 ? 1 : statedIndex(indexes.column),
  };
  const pick = (row: number, column: number) =>
    print(
      array,
      {
        row: row === 0 ? (at?.row ?? 0) : row - 1,
        column: column === 0 ? (at?.column ?? 0) : column - 1,
      },
      scope,
    );
  const takesAll = stated.row === 0 || stated.column === 0;
  if (takesAll && !at)
    throw new NotNative("a function around it takes in a whole range of its results");
  const { row, column } = stated;
  if (row !== undefined && column !== undefined) return pick(row, column);
  const count = row === undefined ? rows : columns;
  const live = row === undefined ? indexes.row : indexes.column;
  if (!live || (row === undefined && column === undefined) || count > MOST_CHOICES) {
    throw new NotNative("INDEX picks from its results by numbers that change");
  }
  const results = Array.from({ length: count }, (_, i) => pick(row ?? i + 1, column ?? i + 1));
  return `CHOOSE(${print(live, at, scope)},${results.join(",")})`;
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
  const isTaken = (arg: Node) =>
    through?.includes(args.indexOf(arg)) === false && isRangeOfOurs(arg, scope);
  if (args.some((arg) => arg && isTaken(arg))) return takenTogether(node, isTaken, scope, print);
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
  const [first] = node.arguments ?? [];
  if (isSingle(node) && first && callsOwn(first)) return print(first, { row: 0, column: 0 }, scope);
  if (calledName(node) === "INDEX" && first && isRangeOfOurs(first, scope)) {
    return pickedByIndex(node, at, scope);
  }
  return withParts(node, at, scope);
}
