import type { Value } from "../spreadsheet-functions";
import type { Cells } from "./around";
import { calledName, type Node } from "./formula-source";
import { type At, cellsOf, partAt, type Scope } from "./scope";

/** More possible values than this are not followed up. */
const MOST = 100;

type Known = readonly Value[] | undefined;

/** Every value that an operation gives for known operands; undefined where one is not known. */
function combined(operands: readonly Known[], operation: (...values: Value[]) => Value): Known {
  let rows: readonly Value[][] = [[]];
  for (const values of operands) {
    if (!values || values.length * rows.length > MOST) return undefined;
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return rows.map((row) => operation(...row));
}

const MS_PER_DAY = 86_400_000;
/** Excel counts the days from 30 December 1899. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

function serialDate(year: Value, month: Value, day: Value): number {
  return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EXCEL_EPOCH) / MS_PER_DAY;
}

const OPERATIONS: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  "&": (a, b) => `${String(a ?? "")}${String(b ?? "")}`,
  "+": (a, b) => Number(a) + Number(b),
  "-": (a, b) => Number(a) - Number(b),
};

/**
 * The values that a node may have as things are, at a place of its range: one for a text, a
 * number or a cell, several for what IF chooses from; undefined where that is not plain to see.
 */
export function knownValues(node: Node, at: At, scope: Scope): Known {
  if (node.type === "Literal") {
    const { value } = node;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [value]
      : undefined;
  }
  if (node.type === "ArrayExpression") {
    const { elements = [] } = node;
    const place = partAt({ rows: elements.length, columns: elements[0]?.length ?? 1 }, at);
    const element = elements[place.row]?.[place.column];
    return element && knownValues(element, at, scope);
  }
  const cells = cellsOf(node, scope);
  if (cells) {
    const value = "area" in cells ? valueIn(cells, at, scope) : cells.value;
    return value === undefined ? undefined : [value];
  }
  const operands = (node.arguments ?? []).map((arg) =>
    arg ? knownValues(arg, at, scope) : [null],
  );
  const operation = node.type === "BinaryExpression" ? OPERATIONS[node.operator ?? ""] : undefined;
  if (operation) return combined(operands, operation);
  if (node.type === "UnaryExpression" && node.operator === "-") {
    return combined(operands, (value) => -Number(value));
  }
  switch (calledName(node)) {
    case "IF": {
      const [, yes, no = [false]] = operands;
      return yes && no && [...yes, ...no];
    }
    case "DATE":
      return combined(operands, serialDate);
    case "TODAY":
      return [scope.around.prices.today];
    default:
      return undefined;
  }
}

function valueIn({ sheet, area, prefix }: Cells, at: At, { around }: Scope): Value | undefined {
  // Another workbook may have a sheet of the same name.
  if (prefix.includes("[")) return undefined;
  const { row, column } = partAt(area, at);
  return around.valueAt({ sheet, row: area.row + row, column: area.column + column });
}
