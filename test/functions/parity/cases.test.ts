import { CalcError, isWithin } from "../../../src/calc";
import { FUNCTIONS } from "../../../src/functions";
import type { Parameter } from "../../../src/functions/parameter";
import { ALL_CASES, type Case } from "./cases";

function isError({ answers }: Case): boolean {
  return answers[0]?.[0] instanceof CalcError;
}

/** What an argument is to its parameter; an entry of a list counts for the list. */
function kinds(parameter: Parameter, cases: readonly Case[], i: number): Set<string> {
  const domain = parameter.kind === "text" ? {} : parameter.domain;
  return new Set(
    cases
      .map(({ args }) => args[i])
      .flatMap((arg): readonly (number | string | null | undefined)[] =>
        typeof arg === "object" && arg !== null ? arg : [arg],
      )
      .map((arg) => {
        if (arg === undefined) return "left out";
        if (arg === null) return "blank";
        return isWithin(Number(arg), domain) ? "inside" : "outside";
      }),
  );
}

function isBounded(parameter: Parameter): boolean {
  return parameter.kind !== "text" && !isWithin(-1e9, parameter.domain);
}

test("compares every function but those that say why they have no native formula", () => {
  const explained = [...FUNCTIONS].flatMap(([id, definition]) =>
    definition.shape === "scalar" && typeof definition.native !== "function" ? [id] : [],
  );
  expect(explained).toEqual(["MODELPRICE", "TOKENCOST"]);
  expect(ALL_CASES).toHaveLength(FUNCTIONS.size - explained.length);
});

test.each([...ALL_CASES])("$id is asked inside, outside, blank and left out", (all) => {
  for (const [i, parameter] of all.definition.params.entries()) {
    const { name } = parameter;
    const met = kinds(parameter, all.cases, i);
    const expected = [
      "inside",
      "blank",
      ...(parameter.optional ? ["left out"] : []),
      ...(isBounded(parameter) ? ["outside"] : []),
    ];
    expect({ name, missing: expected.filter((kind) => !met.has(kind)) }).toEqual({
      name,
      missing: [],
    });
  }
});

test.each([...ALL_CASES])("$id has many answers and some errors", ({ cases }) => {
  const errors = cases.filter(isError).length;
  expect(errors).toBeGreaterThan(0);
  expect(cases.length - errors).toBeGreaterThanOrEqual(cases.length / 3);
});
