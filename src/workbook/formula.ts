import { FUNCTIONS, NAMESPACE } from "../functions";

/** How formulas are printed: as ordinary Excel formulas, or as calls of the add-in's functions. */
export type FormulaStyle = "native" | "AIM";

/** What a formula is written in terms of: cells by name, the add-in's functions by id. */
export interface FormulaContext {
  /** The reference of a named cell. */
  readonly at: (name: string) => string;
  /** A call of one of the add-in's functions, in the chosen style. */
  readonly call: (id: string, ...args: string[]) => string;
}

/** A formula without its equals sign, written once and printed in either style. */
export type Formula = (context: FormulaContext) => string;

/** A call of a scalar function as text, without an equals sign. */
export function printCall(style: FormulaStyle, id: string, args: readonly string[]): string {
  const definition = FUNCTIONS.get(id);
  if (definition?.shape !== "scalar") throw new RangeError(`${id} is no function of one answer`);
  if (style === "AIM") return `${NAMESPACE}.${id}(${args.join(",")})`;
  const { native } = definition;
  if (typeof native !== "function")
    throw new RangeError(`${id} has no native formula: ${native.none}`);
  return native(args);
}
