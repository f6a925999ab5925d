import { PRICE_KINDS } from "../../catalog";
import type { Value } from "../spreadsheet-functions";
import { operand } from "./brackets";
import { contains, type Node } from "./formula-source";
import { knownValues } from "./known-values";
import { nativeModelPrice, nativePriceOfKind, nativeTokenCost } from "./native-prices";
import { NotNative } from "./not-native";
import { type Print, printNumber, WrongArgument } from "./own-arguments";
import type { PinnedPrices } from "./prices-sheet";
import type { At, Scope } from "./scope";

type Argument = Node | null | undefined;

const FIRST = { row: 0, column: 0 };

/** The values that an argument may have, and whether the formula itself states the one it has. */
interface Known {
  readonly values: readonly Value[];
  readonly isStated: boolean;
}

function known(node: Node, what: string, at: At | undefined, scope: Scope): Known {
  const values = knownValues(node, at ?? FIRST, scope);
  if (!values) throw new NotNative(`${what} is known only when it is calculated`);
  const isStated =
    values.length === 1 && !contains(node, (part) => part.type === "ReferenceIdentifier");
  return { values, isStated };
}

/** A date that is given; undefined for today, which a blank cell means too. */
function dateOf(value: Value | undefined, today: number): number | undefined {
  const date = Number(value ?? 0);
  if (Number.isNaN(date)) throw new WrongArgument();
  return date === 0 || date === today ? undefined : date;
}

/** The prices that a call asks for, pinned; undefined where the list has no such model. */
function pinnedPrices(
  model: Node,
  asOf: Argument,
  at: At | undefined,
  scope: Scope,
  print: Print,
): PinnedPrices | undefined {
  const { prices } = scope.around;
  const models = known(model, "the model's name", at, scope);
  const dates = asOf ? known(asOf, "the date of the price", at, scope) : undefined;
  const days = (dates?.values ?? [null]).map((value) => dateOf(value, prices.today));
  const rows = models.values.flatMap((name) =>
    typeof name === "string" ? days.map((day) => prices.pin(name, day)) : [],
  );
  if (models.values.some((name) => /[*?~]/.test(String(name ?? "")))) {
    throw new NotNative("the model's name has signs that stand for others where it is looked up");
  }
  if (models.isStated && (dates?.isStated ?? true)) {
    return rows[0] && prices.ofRow(rows[0]);
  }
  const name = models.isStated
    ? `"${String(models.values[0]).trim()}"`
    : `TRIM(${print(model, at, scope)})`;
  if (!asOf) return prices.ofKey(name);
  const [day] = days;
  if (dates?.isStated) {
    return prices.ofKey(day === undefined ? name : `${name}&"|${day}"`);
  }
  const date = operand(print(asOf, at, scope));
  return prices.ofKey(`${name}&IF(OR(${date}=0,${date}=${prices.today}),"","|"&${date})`);
}

function printModelPrice(
  [model, kind, asOf]: readonly Argument[],
  at: At | undefined,
  scope: Scope,
  print: Print,
): string {
  if (!model) throw new WrongArgument();
  const stated = kind ? statedText(kind, at, scope) : "input";
  const column = PRICE_KINDS.find((each) => each.toLowerCase() === stated?.trim().toLowerCase());
  const isInput = stated?.trim() === "";
  if (stated !== undefined && column === undefined && !isInput) throw new WrongArgument();
  const prices = pinnedPrices(model, asOf, at, scope, print);
  if (!prices) return "#N/A";
  if (stated === undefined && kind) {
    return nativePriceOfKind(prices, operand(print(kind, at, scope)));
  }
  return nativeModelPrice(prices, column ?? "input");
}

/** A text that the formula itself states; undefined where it may change. */
function statedText(node: Node, at: At | undefined, scope: Scope): string | undefined {
  const isFixed = !contains(node, (part) => part.type === "ReferenceIdentifier");
  const values = isFixed ? knownValues(node, at ?? FIRST, scope) : undefined;
  return values?.length === 1 ? String(values[0] ?? "") : undefined;
}

function printTokenCost(
  args: readonly Argument[],
  at: At | undefined,
  scope: Scope,
  print: Print,
): string {
  const [model, input, output, cacheRead, cacheWrite, asOf] = args;
  if (!model || !input || !output) throw new WrongArgument();
  const count = (node: Node) => operand(printNumber(node, at, scope, print));
  const prices = pinnedPrices(model, asOf, at, scope, print);
  if (!prices) return "#N/A";
  return nativeTokenCost(prices, {
    input: count(input),
    output: count(output),
    cacheRead: cacheRead ? count(cacheRead) : undefined,
    cacheWrite: cacheWrite ? count(cacheWrite) : undefined,
  });
}

/** The functions whose native formulas look in the sheet of pinned prices. */
export const PRICE_FUNCTIONS: Readonly<Record<string, typeof printTokenCost>> = {
  MODELPRICE: printModelPrice,
  TOKENCOST: printTokenCost,
};
