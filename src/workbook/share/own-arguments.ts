import type { Parameter } from "../../functions/parameter";
import type { NativeArgument } from "../../functions/native";
import { calledName, contains, type Node } from "./formula-source";
import { isRandom } from "./function-kinds";
import { knownValues } from "./known-values";
import { NotNative } from "./not-native";
import { operand } from "./brackets";
import { type At, cellsOf, partAt, type Scope } from "./scope";
import { shapeOf } from "./shape-of";

/** Prints a part of a formula: as a whole, or its value at a place of its range. */
export type Print = (node: Node, at: At | undefined, scope: Scope) => string;

/** No longer list is written out entry by entry. */
const MOST_ENTRIES = 500;

/** An argument for which our functions answer #VALUE!. */
export class WrongArgument extends Error {
  override readonly name = "WrongArgument";
}

/** An element of an array constant, or the node itself. */
function elementOf(node: Node, at: At | undefined): Node {
  if (node.type !== "ArrayExpression" || !at) return node;
  const { elements = [] } = node;
  const { row, column } = partAt({ rows: elements.length, columns: elements[0]?.length ?? 1 }, at);
  return elements[row]?.[column] ?? node;
}

/** A constant as the number that our functions take it for. */
function constantNumber({ type, value }: Node): string | undefined {
  if (type === "ErrorLiteral" || typeof value === "boolean") throw new WrongArgument();
  if (type !== "Literal") return undefined;
  const number = typeof value === "string" && value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw new WrongArgument();
  return String(number);
}

/** One number: text that reads as one counts, as in Excel's own arithmetic. */
export function printNumber(node: Node, at: At | undefined, scope: Scope, print: Print): string {
  const constant = constantNumber(elementOf(node, at));
  if (constant !== undefined) return constant;
  const text = print(node, at, scope);
  const isCell = cellsOf(node, scope) !== undefined;
  const known = isCell ? knownValues(node, at ?? { row: 0, column: 0 }, scope) : undefined;
  if (typeof known?.[0] === "boolean") {
    throw new NotNative(
      `${text} is ${known[0] ? "TRUE" : "FALSE"}, which a plain formula would count`,
    );
  }
  // In comparisons a text is above any number.
  return typeof known?.[0] === "string" ? `${operand(text)}+0` : text;
}

function printList(node: Node, scope: Scope, print: Print): string[] {
  const { rows, columns } = shapeOf(node, scope);
  if (rows !== 1 && columns !== 1) throw new WrongArgument();
  if (rows * columns > MOST_ENTRIES) {
    throw new NotNative(`its list of ${rows * columns} entries is too long`);
  }
  return Array.from({ length: rows * columns }, (_, i) =>
    printNumber(node, rows > 1 ? { row: i, column: 0 } : { row: 0, column: i }, scope, print),
  );
}

/** That what is used several times is the same each time. */
export function refuseRandom(args: readonly (Node | null)[]): void {
  const isDrawn = args.some((arg) => arg && contains(arg, (part) => isRandom(calledName(part))));
  if (isDrawn)
    throw new NotNative("an argument is drawn at random, and would be drawn several times");
}

/**
 * The arguments of a call as native texts.
 *
 * @throws WrongArgument where the answer is #VALUE! whatever the cells hold
 */
export function printArguments(
  params: readonly Parameter[],
  args: readonly (Node | null)[],
  at: At | undefined,
  scope: Scope,
  print: Print,
): NativeArgument[] {
  return params.map((parameter, i): NativeArgument => {
    const arg = args[i];
    if (arg === undefined || arg === null) {
      if (!parameter.optional) throw new WrongArgument();
      return undefined;
    }
    if (parameter.kind === "list") return printList(arg, scope, print);
    return printNumber(arg, at, scope, print);
  });
}
