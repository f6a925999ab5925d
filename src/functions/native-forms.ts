import type { AnyFunction } from ".";
import type { NativeArgument } from "./native";

/** Two entries show how a formula goes on for each further one. */
const ENTRIES = [1, 2];

/** Lists that pass over blanks are left out: which entry stands where would be all that one reads. */
function namedArguments({ params }: AnyFunction): NativeArgument[] {
  return params.map((parameter) => {
    const { kind, name } = parameter;
    if (kind !== "list") return name;
    return parameter.blank === "skipped" ? undefined : ENTRIES.map((entry) => `${name}.${entry}`);
  });
}

/** Without the brackets that a cell expression may need and a name does not. */
function withoutBracketsAroundNames(formula: string): string {
  return formula.replace(/(?<![\w.])\(([A-Za-z][\w.]*)\)/g, "$1");
}

/** The row of a table that shows how it goes on: the second below the heading. */
const SHOWN_ROW = 1;

/** One native Excel formula, and what it calculates. */
export interface NativeForm {
  /** The column of a table; undefined for a function with one answer. */
  readonly heading?: string;
  /** Inside the domain. */
  readonly plain: string;
  /** With the conditions that give errors outside it. */
  readonly guarded: string;
}

/**
 * A function as native Excel formulas in the names of its parameters, for readers: one, or one
 * per column of a table (its second row); empty where there is no native equivalent.
 */
export function nativeForms(definition: AnyFunction): NativeForm[] {
  const args = namedArguments(definition);
  const form = (print: (withGuards: boolean) => string): NativeForm => ({
    plain: `=${withoutBracketsAroundNames(print(false))}`,
    guarded: `=${withoutBracketsAroundNames(print(true))}`,
  });
  if (definition.shape === "table") {
    return definition.headings.map((heading, column) => ({
      heading,
      ...form((withGuards) => definition.nativeCell(SHOWN_ROW, column, args, withGuards)),
    }));
  }
  const { native } = definition;
  return typeof native === "function" ? [form((withGuards) => native(args, withGuards))] : [];
}
