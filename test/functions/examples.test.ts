import { CalcError } from "../../src/calc";
import { type AnyFunction, FUNCTIONS } from "../../src/functions";
import type { Answer } from "../../src/functions/broadcast";

/** An example's argument as Excel hands it over: a range, or null where it is left out. */
function asExcelPasses(definition: AnyFunction, args: readonly unknown[]): unknown[] {
  return args.map((arg, i) => {
    if (Array.isArray(arg)) return [arg];
    const isLeftOut = arg === null && definition.params[i]?.optional;
    return isLeftOut || arg === undefined ? null : [[arg]];
  });
}

function expectAnswer(answer: Answer | undefined, expected: number | string): void {
  if (typeof expected === "number" && typeof answer === "number") {
    expect(Math.abs(answer - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
  } else {
    expect(answer).toBe(expected);
  }
}

type Example = AnyFunction["examples"][number];

function check(definition: AnyFunction, example: Example): void {
  const answers = definition.evaluate(asExcelPasses(definition, example.args));
  if ("fails" in example) {
    const answer = answers[0]?.[0];
    expect(answer).toBeInstanceOf(CalcError);
    expect(answer instanceof CalcError && answer.code).toBe(example.fails);
    return;
  }
  const { gives } = example;
  if (typeof gives === "number" || typeof gives === "string") {
    expect(answers).toHaveLength(1);
    expectAnswer(answers[0]?.[0], gives);
    return;
  }
  // A table: the rows below its heading.
  for (const [i, row] of gives.entries()) {
    expect(answers[i + 1]).toHaveLength(row.length);
    for (const [j, value] of row.entries()) expectAnswer(answers[i + 1]?.[j], value);
  }
}

describe.each([...FUNCTIONS])("%s", (_id, definition) => {
  const { examples } = definition;

  test.each(examples.map((example) => [example.it, example] as const))("%s", (_it, example) => {
    check(definition, example);
  });

  test("shows at least two examples, one of them failing", () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(examples.filter((example) => "fails" in example).length).toBeGreaterThanOrEqual(1);
  });

  test("gives every example all its arguments or leaves out optional ones at the end", () => {
    const required = definition.params.filter(({ optional }) => !optional).length;
    for (const { args } of examples) {
      expect(args.length).toBeGreaterThanOrEqual(required);
      expect(args.length).toBeLessThanOrEqual(definition.params.length);
    }
  });
});
