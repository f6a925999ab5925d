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

function numbersIn(args: readonly (Node | null)[]): number[] {
  return args.flatMap((arg) =>
    arg?.type === "Literal" && typeof arg.value === "number" && !PLAIN_NUMBERS.has(arg.value)
      ? [arg.value]
      : [],
  );
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
