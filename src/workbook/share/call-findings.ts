import { FUNCTIONS, NAMESPACE } from "../../functions";
import { childrenOf, type Node, ownCallId, readSource } from "./formula-source";
import type { Finding } from "./finding";
import { NotNative } from "./not-native";

const DATE = "asOf";

/** Numbers that are part of how one calculates, not inputs of a model. */
const PLAIN_NUMBERS = new Set([0, 1]);

function callsIn(node: Node): Node[] {
  const inner = childrenOf(node).flatMap(callsIn);
  return ownCallId(node) === undefined ? inner : [node, ...inner];
}

function isUndated(id: string, args: readonly (Node | null)[]): boolean {
  const place = FUNCTIONS.get(id)?.params.findIndex(({ name }) => name === DATE) ?? -1;
  return place >= 0 && !args[place];
}

/** A number that is written as an argument, such as 99 or 60%, unless it is a plain one. */
function writtenNumber(arg: Node): string[] {
  const isPercent = arg.type === "UnaryExpression" && arg.operator === "%";
  const literal = isPercent ? arg.arguments?.[0] : arg;
  if (literal?.type !== "Literal" || typeof literal.value !== "number") return [];
  if (PLAIN_NUMBERS.has(isPercent ? literal.value / 100 : literal.value)) return [];
  return [isPercent ? `${literal.value}%` : String(literal.value)];
}

function numbersIn(args: readonly (Node | null)[]): string[] {
  return args.flatMap((arg) => (arg ? writtenNumber(arg) : []));
}

/** What a formula's calls of our functions leave open or hide: prices of no date, numbers of no cell. */
export function callFindings(sheet: string, at: string, formula: string): Finding[] {
  const about = { sheet, at, isCell: true, formula } as const;
  let calls: Node[];
  try {
    calls = callsIn(readSource(formula).tree);
  } catch (error) {
    if (error instanceof NotNative) return [];
    throw error;
  }
  const undated = calls.flatMap((call) => {
    const id = ownCallId(call) ?? "";
    return isUndated(id, call.arguments ?? []) ? [id] : [];
  });
  const numbers = [...new Set(calls.flatMap((call) => numbersIn(call.arguments ?? [])))];
  const findings: Finding[] = undated.map((id) => ({
    ...about,
    kind: "undated",
    text: `${NAMESPACE}.${id} has no ${DATE}: its figure changes by itself when the price does. Give it the date whose prices are meant.`,
  }));
  if (numbers.length > 0) {
    findings.push({
      ...about,
      kind: "constant",
      text: `${numbers.join(", ")} ${numbers.length === 1 ? "is" : "are"} written into the formula: in a cell of its own an input can be seen, named and changed.`,
    });
  }
  return findings;
}
