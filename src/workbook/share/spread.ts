import { FUNCTIONS } from "../../functions";
import { operand } from "./brackets";
import { calledName, callsOwn, type Node, ownCallId } from "./formula-source";
import { givesNumber } from "./function-kinds";
import { knownValues } from "./known-values";
import { NotNative } from "./not-native";
import type { Print } from "./own-arguments";
import { type At, commonShape, isOneCell, type Scope } from "./scope";
import { shapeOf } from "./shape-of";

/** Excel takes no more arguments of one function. */
const MOST_ARGUMENTS = 255;

const ARITHMETIC: readonly (string | undefined)[] = ["+", "-", "*", "/", "^", "%"];

/** Whether a node is a number or an error, whatever its cells hold: of other values ranges and arguments count differently. */
function isNumber(node: Node | null | undefined): boolean {
  if (!node) return false;
  const args = node.arguments ?? [];
  const id = ownCallId(node);
  if (id !== undefined) return FUNCTIONS.get(id)?.shape === "scalar" && id !== "MARGINBAND";
  if (node.type === "Literal") return typeof node.value === "number";
  if (node.type === "BinaryExpression") return ARITHMETIC.includes(node.operator);
  if (node.type === "UnaryExpression") {
    return node.operator === "+" ? isNumber(args[0]) : ARITHMETIC.includes(node.operator);
  }
  const name = calledName(node) ?? "";
  if (name === "IF") return args.length === 3 && isNumber(args[1]) && isNumber(args[2]);
  if (name === "IFERROR" || name === "IFNA") return args.every(isNumber);
  return givesNumber(name);
}

/** Every place of a range, row by row. */
function places({ rows, columns }: { readonly rows: number; readonly columns: number }): At[] {
  return Array.from({ length: rows * columns }, (_, i) => ({
    row: Math.floor(i / columns),
    column: i % columns,
  }));
}

function numbersOnly(node: Node): void {
  if (!isNumber(node)) throw new NotNative("a function around it may meet texts among its results");
}

/** The factor that an argument of SUMPRODUCT is at a place, where text would count as 0. */
function factor(node: Node, at: At, scope: Scope, print: Print): string {
  if (!isNumber(node)) {
    const values = knownValues(node, at, scope);
    const areNumbers = values?.every((value) => typeof value === "number" || value === null);
    if (!areNumbers) throw new NotNative("SUMPRODUCT may meet texts beside its results");
  }
  return operand(print(node, at, scope));
}

function products(node: Node, scope: Scope, print: Print): string[] {
  const args = (node.arguments ?? []).filter((arg) => arg !== null);
  const shapes = args.map((arg) => shapeOf(arg, scope));
  const shape = commonShape(shapes);
  const areSame = shapes.every(
    ({ rows, columns }) => rows === shape?.rows && columns === shape.columns,
  );
  if (!shape || !areSame) throw new NotNative("SUMPRODUCT meets ranges of different shapes");
  return places(shape).map((at) => args.map((arg) => factor(arg, at, scope, print)).join("*"));
}

function numbers(node: Node, scope: Scope, print: Print): string[] {
  return (node.arguments ?? []).flatMap((arg) => {
    if (!arg) return ["0"];
    const shape = callsOwn(arg) ? shapeOf(arg, scope) : undefined;
    if (!shape || isOneCell(shape)) return [print(arg, undefined, scope)];
    numbersOnly(arg);
    return places(shape).map((at) => print(arg, at, scope));
  });
}

/**
 * A function that takes in ranges of our results, with each result as an argument of its own:
 * no native formula goes through a range cell by cell in every program.
 */
export function spread(name: string, node: Node, scope: Scope, print: Print): string {
  const isProduct = name === "SUMPRODUCT";
  const texts = isProduct ? products(node, scope, print) : numbers(node, scope, print);
  if (texts.length > MOST_ARGUMENTS) {
    throw new NotNative(`${name} takes in ${texts.length} results, too many to write out`);
  }
  return `${isProduct ? "SUM" : calledName(node)}(${texts.join(",")})`;
}
