import { FUNCTIONS } from "../../functions";
import { calledName, contains, type Node, ownCallId } from "./formula-source";
import {
  givesNumber,
  isRandom,
  takesArrays,
  takesConditions,
  takesOneByOne,
} from "./function-kinds";
import { NotNative } from "./not-native";
import type { Print } from "./own-arguments";
import type { Scope } from "./scope";
import { shapeOf } from "./shape-of";

/** Neither CHOOSE nor any other function takes more. */
const MOST = 254;

const ARITHMETIC: readonly (string | undefined)[] = ["+", "-", "*", "/", "^", "%"];
const COMPARISONS: readonly (string | undefined)[] = ["=", "<>", "<", "<=", ">", ">="];

/** Whether a node is a number or an error, whatever its cells hold: a range passes over texts, single arguments do not. */
function isNumber(node: Node | null | undefined): boolean {
  if (!node) return false;
  const args = node.arguments ?? [];
  const id = ownCallId(node);
  if (id !== undefined) return FUNCTIONS.get(id)?.shape === "scalar" && id !== "MARGINBAND";
  if (node.type === "Literal") return typeof node.value === "number";
  if (node.operator === "+" && args.length === 1) return isNumber(args[0]);
  if (node.operator !== undefined) return ARITHMETIC.includes(node.operator);
  const name = calledName(node) ?? "";
  if (name === "IF") return args.length === 3 && isNumber(args[1]) && isNumber(args[2]);
  if (name === "IFERROR" || name === "IFNA") return args.every(isNumber);
  return givesNumber(name);
}

function isCondition(node: Node): boolean {
  return COMPARISONS.includes(node.operator);
}

/** The text of each result of a range. */
function resultTexts(node: Node, scope: Scope, print: Print): string[] {
  const { rows, columns } = shapeOf(node, scope);
  if (rows * columns > MOST) {
    throw new NotNative(`a function around it takes in ${rows * columns} results at once`);
  }
  if (contains(node, (part) => isRandom(calledName(part)))) {
    throw new NotNative("a number that is drawn at random would be drawn for each result");
  }
  return Array.from({ length: rows * columns }, (_, i) =>
    print(node, { row: Math.floor(i / columns), column: i % columns }, scope),
  );
}

/** A range of results as an array constant's worth of formulas. */
function asArray(node: Node, scope: Scope, print: Print): string {
  const { rows, columns } = shapeOf(node, scope);
  const numbers = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => row * columns + column + 1).join(","),
  );
  return `CHOOSE({${numbers.join(";")}},${resultTexts(node, scope, print).join(",")})`;
}

/**
 * A call that takes in ranges of our results, these written out: as arguments of their own where
 * that is the same, else as an array, within SUMPRODUCT, without which LibreOffice and older Excel
 * would take one value for the array.
 *
 * @param isRange which arguments are ranges of our results
 */
export function takenTogether(
  node: Node,
  isRange: (arg: Node) => boolean,
  scope: Scope,
  print: Print,
): string {
  const name = calledName(node) ?? "";
  const args = (node.arguments ?? []).filter((arg) => arg !== null);
  const ranges = args.filter(isRange);
  const fit = takesConditions(name)
    ? ranges.every((arg) => isCondition(arg) || isNumber(arg))
    : takesOneByOne(name) && ranges.every(isNumber);
  const parts = (text: (arg: Node) => string) =>
    scope.source.textOf(
      node,
      new Map(args.map((arg) => [arg, isRange(arg) ? text(arg) : print(arg, undefined, scope)])),
    );
  if (fit) return parts((arg) => resultTexts(arg, scope, print).join(","));
  if (!takesArrays(name)) throw new NotNative(`${name} takes in a whole range of its results`);
  const call = parts((arg) => asArray(arg, scope, print));
  return name === "SUMPRODUCT" ? call : `SUMPRODUCT(${call})`;
}
