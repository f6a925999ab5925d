import { parse, type Token } from "@borgar/fx";
import { NotNative } from "./not-native";
import { type OwnCall, ownId, plainName, readTokens } from "./own-calls";

/** A node as the parser gives it; fields that a kind of node lacks are undefined. */
export interface Node {
  readonly type: string;
  readonly loc?: readonly number[];
  readonly value?: unknown;
  readonly kind?: string;
  readonly operator?: string;
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly (Node | null)[];
  readonly elements?: readonly (readonly Node[])[];
  readonly declarations?: readonly {
    readonly id: { readonly name: string };
    readonly init: Node;
  }[];
  readonly body?: Node | null;
}

type Span = readonly [from: number, to: number];

/** A formula that has been read, and where its parts stand in its text. */
export interface Source {
  readonly tree: Node;
  readonly calls: readonly OwnCall[];
  /** The text of a node, with other texts in the place of some of its parts. */
  readonly textOf: (node: Node, parts?: ReadonlyMap<Node, string>) => string;
  /** Whether the author has put a node in brackets. */
  readonly isBracketed: (node: Node) => boolean;
}

/** The parts of a node, from left to right. */
export function childrenOf(node: Node): Node[] {
  const inner = [...(node.declarations ?? []).map(({ init }) => init), ...(node.arguments ?? [])];
  const all = node.body ? [...inner, node.body] : inner;
  return all.filter((child) => child !== null);
}

/** The id of our function that a node calls. */
export function ownCallId({ type, callee }: Node): string | undefined {
  return type === "CallExpression" && callee?.name !== undefined ? ownId(callee.name) : undefined;
}

/** The name of a function that a node calls, in capitals; undefined for what is no call of a name. */
export function calledName({ type, callee }: Node): string | undefined {
  if (type === "LetExpression") return "LET";
  return type === "CallExpression" && callee?.name !== undefined
    ? plainName(callee.name)
    : undefined;
}

/** Whether a node or a part of it is such a one. */
export function contains(node: Node, isSuch: (part: Node) => boolean): boolean {
  return isSuch(node) || childrenOf(node).some((child) => contains(child, isSuch));
}

export function callsOwn(node: Node): boolean {
  return contains(node, (part) => ownCallId(part) !== undefined);
}

const POSTFIX: readonly (string | undefined)[] = ["%", "#"];

/**
 * Reads a formula.
 *
 * @throws NotNative where it is none
 */
export function readSource(formula: string): Source {
  const { tokens, calls } = readTokens(formula);
  const solid = tokens.filter(({ type }) => type !== "whitespace" && type !== "newline");
  const byStart = new Map(solid.map((token, i) => [token.loc?.[0], i]));
  const byEnd = new Map(solid.map((token, i) => [token.loc?.[1], i]));

  function read(): Node {
    try {
      return parse([...tokens]) as unknown as Node;
    } catch {
      throw new NotNative("the formula cannot be read");
    }
  }
  const tree = read();

  // The parser leaves the author's brackets out of a node's place.
  function withBrackets([from, to]: Span): Span {
    const first = byStart.get(from);
    const last = byEnd.get(to);
    if (first === undefined || last === undefined) return [from, to];
    const [opening, closing]: (Token | undefined)[] = [solid[first - 1], solid[last + 1]];
    const before = solid[first - 2];
    const opensCall = before?.type === "func" || before?.value === ")";
    if (opening?.value !== "(" || closing?.value !== ")" || opensCall) return [from, to];
    return withBrackets([opening.loc?.[0] ?? from, closing.loc?.[1] ?? to]);
  }

  function spanOf(node: Node): Span {
    const [from = 0, to = 0] = node.loc ?? [];
    const operands = (node.arguments ?? []).filter((child) => child !== null);
    const [first, last] = [operands[0], operands.at(-1)];
    if (node.type === "BinaryExpression" && first && last) {
      return [withBrackets(spanOf(first))[0], withBrackets(spanOf(last))[1]];
    }
    if (node.type === "UnaryExpression" && first) {
      const [start, end] = withBrackets(spanOf(first));
      return POSTFIX.includes(node.operator) ? [start, to] : [from, end];
    }
    // What another add-in has put before the name goes with the call.
    const own = ownCallId(node) && calls.find((call) => call.from <= from && from < call.to);
    return [own ? own.from : from, to];
  }

  return {
    tree,
    calls,
    isBracketed: (node) => withBrackets(spanOf(node))[0] < spanOf(node)[0],
    textOf: (node, parts = new Map()) => {
      const [from, to] = spanOf(node);
      const places = [...parts].map(([part, text]) => ({ span: spanOf(part), text }));
      let [at, result] = [from, ""];
      for (const { span, text } of places.sort((a, b) => a.span[0] - b.span[0])) {
        result += formula.slice(at, span[0]) + text;
        at = span[1];
      }
      return result + formula.slice(at, to);
    },
  };
}
