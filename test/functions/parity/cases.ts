import { type AnyFunction, FUNCTIONS } from "../../../src/functions";
import type { Answer } from "../../../src/functions/broadcast";
import type { Parameter } from "../../../src/functions/parameter";
import { argumentsOneByOne, randomArguments } from "./random-arguments";

/** An argument: a cell's number or text, null for an empty cell, undefined where it is left out. */
export type CaseArgument = number | string | null | undefined | readonly (number | null)[];

/** How arguments stand in a formula: as references, as numbers, or as sums of two cells, which need brackets. */
export type Writing = "cells" | "literals" | "sums";

const WRITINGS: readonly Writing[] = ["cells", "literals", "sums"];

/** Arguments for a function, and what its code answers to them. */
export interface Case {
  readonly it: string;
  readonly args: readonly CaseArgument[];
  readonly writings: readonly Writing[];
  /** One cell, or a table with its heading row. */
  readonly answers: readonly (readonly Answer[])[];
}

export interface Cases {
  readonly id: string;
  readonly definition: AnyFunction;
  readonly cases: readonly Case[];
}

/** Random cases per function; those of tables have many cells each. */
const RANDOM_CASES = { scalar: 150, table: 30 };

/** One in so many random cases is written in every way, to save time; the others as references. */
const EVERY_WAY = 6;

function makeCase(
  definition: AnyFunction,
  it: string,
  args: readonly CaseArgument[],
  writings = WRITINGS,
): Case {
  const received = args.map((arg) => {
    if (arg === undefined) return null;
    return typeof arg === "object" && arg !== null ? [arg] : [[arg]];
  });
  return { it, args, writings, answers: definition.evaluate(received) };
}

/** An example's argument; null for an optional one means that it is left out. */
function exampleArgument(arg: unknown, parameter: Parameter | undefined): CaseArgument {
  return arg === null && parameter?.optional ? undefined : (arg as CaseArgument);
}

/** Whether a function has a native formula at all. */
export function hasNative(definition: AnyFunction): boolean {
  return definition.shape === "table" || typeof definition.native === "function";
}

/** Every function that has a native formula, with worked examples, each argument's bounds and seeded random arguments. */
export const ALL_CASES: readonly Cases[] = [...FUNCTIONS]
  .filter(([, definition]) => hasNative(definition))
  .map(([id, definition]) => ({
    id,
    definition,
    cases: [
      ...definition.examples.map(({ it, args }) =>
        makeCase(
          definition,
          it,
          args.map((arg, i) => exampleArgument(arg, definition.params[i])),
        ),
      ),
      ...argumentsOneByOne(definition.params).map((args, i) =>
        makeCase(definition, `one by one ${i}`, args, ["cells"]),
      ),
      ...randomArguments(definition.params, RANDOM_CASES[definition.shape]).map((args, i) =>
        makeCase(
          definition,
          `random arguments ${i}`,
          args,
          i % EVERY_WAY === 0 ? WRITINGS : ["cells"],
        ),
      ),
    ],
  }));
