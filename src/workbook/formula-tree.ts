import { parse, tokenize } from "@borgar/fx";
import type { ErrorCode } from "../calc";

/**
 * A formula as its author thinks of it: cells by name, never by address. It is written as text in
 * Excel's own grammar, with words that only the layout can turn into references:
 *
 * - `name`: a single cell, or the cell of an item at the same place along the same axis
 * - `ALL(name)`: all cells of an item, from the first to the last
 * - `SOFAR(name)`: the cells of an item from the first to this place
 * - `PREV(name)`: the cell before this place; at the first place a cell that holds no number
 * - `AT(name,"key")`: the cell of an item at one key of its axis
 * - `first:last`: cells from one item to another at the same place, or from one cell to another
 * - `RANGE(first,last)`: all cells of a sheet from one entry to another, whatever they run along
 */
export type Formula =
  | { readonly is: "constant"; readonly value: number | string | boolean }
  | { readonly is: "error"; readonly code: ErrorCode }
  | { readonly is: "cell"; readonly name: string }
  | { readonly is: "all" | "soFar" | "previous"; readonly name: string }
  | { readonly is: "at"; readonly name: string; readonly key: string }
  | { readonly is: "span" | "range"; readonly first: string; readonly last: string }
  | { readonly is: "call"; readonly id: string; readonly args: readonly (Formula | undefined)[] }
  | { readonly is: "operation"; readonly operator: string; readonly operands: readonly Formula[] };

/** A node as the parser gives it; fields that a kind of node lacks are undefined. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly kind?: string;
  readonly operator?: string;
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly (Node | null)[];
}

const ERROR_CODES: readonly string[] = ["#DIV/0!", "#NUM!", "#VALUE!", "#N/A"];

function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === "string" && ERROR_CODES.includes(text);
}

function nameIn(node: Node | null | undefined, text: string): string {
  if (node?.type === "ReferenceIdentifier" && node.kind === "name") return String(node.value);
  throw new SyntaxError(`${text}: a name is expected`);
}

function readCall(node: Node, text: string): Formula {
  const id = node.callee?.name?.toUpperCase() ?? "";
  const args = node.arguments ?? [];
  switch (id) {
    case "ALL":
      return { is: "all", name: nameIn(args[0], text) };
    case "SOFAR":
      return { is: "soFar", name: nameIn(args[0], text) };
    case "PREV":
      return { is: "previous", name: nameIn(args[0], text) };
    case "AT":
      return { is: "at", name: nameIn(args[0], text), key: String(args[1]?.value) };
    case "RANGE":
      return { is: "range", first: nameIn(args[0], text), last: nameIn(args[1], text) };
    default:
      return {
        is: "call",
        id,
        args: args.map((arg) => (arg === null ? undefined : readNode(arg, text))),
      };
  }
}

function readNode(node: Node, text: string): Formula {
  const { type, value, operator = "" } = node;
  if (
    type === "Literal" &&
    (typeof value === "number" || typeof value === "string" || typeof value === "boolean")
  ) {
    return { is: "constant", value };
  }
  if (type === "ErrorLiteral" && isErrorCode(value)) return { is: "error", code: value };
  if (type === "ReferenceIdentifier") return { is: "cell", name: nameIn(node, text) };
  if (type === "CallExpression") return readCall(node, text);
  const operands = (node.arguments ?? []).filter((operand) => operand !== null);
  if (operator === ":") {
    return { is: "span", first: nameIn(operands[0], text), last: nameIn(operands[1], text) };
  }
  if (type === "BinaryExpression" || type === "UnaryExpression") {
    return {
      is: "operation",
      operator,
      operands: operands.map((operand) => readNode(operand, text)),
    };
  }
  throw new SyntaxError(`${text}: ${type} has no place in a formula`);
}

const read = new Map<string, Formula>();

/**
 * The formula that a text means, without an equals sign, such as `usage*costPerTask+fixedCost`.
 * @throws SyntaxError naming the text, where it is no formula or holds an address
 */
export function parseFormula(text: string): Formula {
  const known = read.get(text);
  if (known) return known;
  const tokens = tokenize(`=${text}`, { mergeRefs: true });
  const tree = parse(tokens) as unknown as Node;
  const formula = readNode(tree, text);
  read.set(text, formula);
  return formula;
}

/** Every name that a formula refers to. */
export function namesIn(formula: Formula): string[] {
  switch (formula.is) {
    case "constant":
    case "error":
      return [];
    case "span":
    case "range":
      return [formula.first, formula.last];
    case "call":
      return formula.args.flatMap((arg) => (arg ? namesIn(arg) : []));
    case "operation":
      return formula.operands.flatMap(namesIn);
    default:
      return [formula.name];
  }
}
