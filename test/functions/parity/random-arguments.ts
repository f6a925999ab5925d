import fc from "fast-check";
import type { ListParameter, NumberParameter, Parameter } from "../../../src/functions/parameter";
import { beyond, bounds, RELATIONS, rounded, sized, within } from "./argument-ranges";
import type { CaseArgument } from "./cases";

const SEED = 20261125;

type Argument = fc.Arbitrary<CaseArgument>;
type Entries = fc.Arbitrary<readonly (number | null)[]>;

/** How arguments are drawn: all inside their domains, or with some on bounds, outside, blank and left out. */
type Manner = "inside" | "mixed";

function numberArgument({ name, domain, optional }: NumberParameter, manner: Manner): Argument {
  const inside = within(name, domain);
  if (manner === "inside") return inside;
  return fc.oneof(
    { weight: 24, arbitrary: inside },
    { weight: 3, arbitrary: fc.constantFrom(...bounds(domain), 0) },
    { weight: 1, arbitrary: fc.constantFrom(...beyond(domain), 0) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: optional ? 6 : 0, arbitrary: fc.constant(undefined) },
  );
}

/** Ascending bounds of tiers, the last of them often blank. */
function ascending(length: number): Entries {
  return fc
    .tuple(fc.array(sized(1, 1000), { minLength: length, maxLength: length }), fc.boolean())
    .map(([steps, isOpen]) => {
      let sum = 0;
      const upTo = steps.map((step) => (sum = rounded(sum + step)));
      return isOpen ? [...upTo.slice(0, -1), null] : upTo;
    });
}

function listArgument(
  { name, domain, blank, optional }: ListParameter,
  manner: Manner,
  length: number,
): Argument {
  const inside = within(name, domain);
  const exactly = { minLength: length, maxLength: length };
  const proper: Entries = blank === "open" ? ascending(length) : fc.array(inside, exactly);
  if (manner === "inside") return proper;
  const any = fc.oneof(
    { weight: 8, arbitrary: inside },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...beyond(domain),
        ...(blank === "open" ? [] : [...bounds(domain), 0]),
      ),
    },
    // An open bound before the last is met one by one: beside another mistake the code, which
    // reads before it checks, and the formula may name different ones of the two.
    { weight: blank === "open" ? 0 : 1, arbitrary: fc.constant(null) },
  );
  return fc.oneof(
    { weight: 4, arbitrary: proper },
    { weight: 1, arbitrary: fc.array(any, exactly) },
    { weight: optional ? 2 : 0, arbitrary: fc.constant(undefined) },
  );
}

/** Lists of one case have the same length, but for a few. */
function lengths(count: number, manner: Manner): fc.Arbitrary<number[]> {
  const length = fc.integer({ min: 1, max: 4 });
  return fc.oneof(
    { weight: 19, arbitrary: length.map((same) => new Array<number>(count).fill(same)) },
    {
      weight: manner === "inside" ? 0 : 1,
      arbitrary: fc.array(length, { minLength: count, maxLength: count }),
    },
  );
}

function independent(
  parameters: readonly Parameter[],
  manner: Manner,
): fc.Arbitrary<CaseArgument[]> {
  return lengths(parameters.length, manner).chain((listLengths) =>
    fc.tuple(
      ...parameters.map((parameter, i): Argument => {
        switch (parameter.kind) {
          case "number":
            return numberArgument(parameter, manner);
          case "list":
            return listArgument(parameter, manner, listLengths[i] ?? 1);
          case "text":
            throw new TypeError(`${parameter.name}: there are no random texts`);
        }
      }),
    ),
  );
}

/** One in ten stays independent of the argument before it. */
const INDEPENDENT = 0.9;

function related(
  parameters: readonly Parameter[],
  args: readonly CaseArgument[],
  us: readonly number[],
): CaseArgument[] {
  const result = [...args];
  for (const [i, { name }] of parameters.entries()) {
    const [other, relation] = RELATIONS[name] ?? [];
    const earlier = result[parameters.findIndex((parameter) => parameter.name === other)];
    const u = (us[i] ?? 0) / INDEPENDENT;
    if (relation && typeof earlier === "number" && typeof result[i] === "number" && u < 1) {
      result[i] = rounded(relation(earlier, u));
    }
  }
  return result;
}

function sample(parameters: readonly Parameter[], manner: Manner, count: number) {
  const evenly = fc.integer({ min: 0, max: 999 }).map((k) => k / 1000);
  const us = fc.array(evenly, { minLength: parameters.length, maxLength: parameters.length });
  return fc
    .sample(fc.tuple(independent(parameters, manner), us), { seed: SEED, numRuns: count })
    .map(([args, u]) => related(parameters, args, u));
}

/** Seeded arguments of a function: most inside their domains, some on bounds, outside, blank or left out. */
export function randomArguments(parameters: readonly Parameter[], count: number): CaseArgument[][] {
  return sample(parameters, "mixed", count);
}

/** What an argument becomes while the others stay inside their domains. */
function variations(parameter: Parameter, arg: CaseArgument): CaseArgument[] {
  if (parameter.kind === "text") return [];
  const { domain, optional } = parameter;
  const special = [...bounds(domain), ...beyond(domain), 0, null];
  const leftOut = optional ? [undefined] : [];
  if (typeof arg !== "object" || arg === null) return [...special, ...leftOut];
  return [...special.map((entry) => [entry, ...arg.slice(1)]), arg.slice(1), ...leftOut].filter(
    (list) => list === undefined || list.length > 0,
  );
}

/**
 * Arguments inside all domains, and the same with one after another on each bound, outside,
 * blank and left out.
 */
export function argumentsOneByOne(parameters: readonly Parameter[]): CaseArgument[][] {
  const [args = []] = sample(parameters, "inside", 1);
  const varied = parameters.flatMap((parameter, i) =>
    variations(parameter, args[i]).map((arg) => [...args.slice(0, i), arg, ...args.slice(i + 1)]),
  );
  return [args, ...varied];
}
