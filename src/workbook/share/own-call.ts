import { FUNCTIONS, NAMESPACE } from "../../functions";
import { type Node, ownCallId } from "./formula-source";
import { NotNative } from "./not-native";
import { type Print, printArguments, refuseRandom, WrongArgument } from "./own-arguments";
import { PRICE_FUNCTIONS } from "./own-prices";
import { type At, cellsOf, isOneCell, type Scope } from "./scope";
import { ownShape, shapeOf } from "./shape-of";

/** Whether a node is a call of ours that gives a range. */
export function givesRange(node: Node, scope: Scope): boolean {
  return ownCallId(node) !== undefined && !isOneCell(shapeOf(node, scope));
}

/** The margin over plain ranges: sums stay short however long they are. */
function blendedOverRanges(args: readonly (Node | null)[], scope: Scope, print: Print) {
  const [revenues, cogs] = args;
  if (!revenues || !cogs || args.length > 2) return undefined;
  if (![revenues, cogs].every((arg) => cellsOf(arg, scope))) return undefined;
  const [a, b] = [shapeOf(revenues, scope), shapeOf(cogs, scope)];
  const areLists = [a, b].every(({ rows, columns }) => rows === 1 || columns === 1);
  if (!areLists || a.rows * a.columns !== b.rows * b.columns || isOneCell(a)) return undefined;
  const sum = (arg: Node) => `SUMPRODUCT(1*${print(arg, undefined, scope)})`;
  return `IF(${sum(revenues)}<0,#NUM!,1-${sum(cogs)}/${sum(revenues)})`;
}

function nativeText(
  id: string,
  args: readonly (Node | null)[],
  at: At | undefined,
  scope: Scope,
  print: Print,
): string {
  const definition = FUNCTIONS.get(id);
  if (!definition) throw new RangeError(`there is no function ${id}`);
  const { params } = definition;
  if (args.length > params.length) throw new NotNative(`${NAMESPACE}.${id} takes fewer arguments`);
  if (definition.shape === "table") {
    const isTable = params.every(
      ({ kind }, i) => kind === "list" || !args[i] || isOneCell(shapeOf(args[i], scope)),
    );
    if (!isTable) throw new WrongArgument();
    const { row, column } = at ?? { row: 0, column: 0 };
    const native = printArguments(params, args, undefined, scope, print);
    // An error stands alone, without a heading row.
    if (!at) return definition.nativeCell(0, 0, native);
    return row === 0
      ? `"${definition.headings[column] ?? ""}"`
      : definition.nativeCell(row - 1, column, native);
  }
  if (!ownShape(definition, args, scope)) throw new WrongArgument();
  const overPrices = PRICE_FUNCTIONS[id];
  if (overPrices) return overPrices(args, at, scope, print);
  const overRanges = id === "BLENDEDMARGIN" ? blendedOverRanges(args, scope, print) : undefined;
  if (overRanges !== undefined) return overRanges;
  const { native } = definition;
  if (typeof native !== "function") throw new NotNative(native.none);
  return native(printArguments(params, args, at, scope, print));
}

/** Behind a condition that makes an error in any argument our own #VALUE!, as our functions do. */
function withOwnErrors(
  text: string,
  id: string,
  args: readonly (Node | null)[],
  at: At | undefined,
  scope: Scope,
  print: Print,
): string {
  const params = FUNCTIONS.get(id)?.params;
  const errors = args.flatMap((arg, i) => {
    if (!arg || arg.type === "Literal" || arg.type === "ArrayExpression") return [];
    const isList = params?.[i]?.kind === "list" && !isOneCell(shapeOf(arg, scope));
    const test = `ISERROR(${print(arg, isList ? undefined : at, scope)})`;
    return [isList ? `SUMPRODUCT(1*${test})>0` : test];
  });
  if (errors.length === 0) return text;
  return `IF(${errors.length === 1 ? errors.join("") : `OR(${errors.join(",")})`},#VALUE!,${text})`;
}

/**
 * A call of one of our functions as ordinary Excel: its value where it gives one, or its value
 * at a place of what it gives.
 */
export function printOwn(
  id: string,
  node: Node,
  at: At | undefined,
  scope: Scope,
  print: Print,
): string {
  const args = node.arguments ?? [];
  refuseRandom(args);
  if (at === undefined && givesRange(node, scope)) {
    throw new NotNative("a function around it takes in a whole range of its results");
  }
  try {
    const text = nativeText(id, args, at, scope, print);
    return scope.tellsErrorsApart ? withOwnErrors(text, id, args, at, scope, print) : text;
  } catch (error) {
    if (error instanceof WrongArgument) return "#VALUE!";
    throw error;
  }
}
