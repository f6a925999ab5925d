import { CalcError } from "../../../calc";
import { FUNCTIONS } from "../../../functions";
import type { FunctionMetadata } from "../../../functions/function-metadata";
import type { CellValue } from "../../../workbook/host";
import type { CellError } from "../../../workbook/plan";
import { callOfExample, type Example } from "./example-call";

type Expected = number | string | CellError;

/** One worked example as something to check. */
export interface WorkedExample {
  readonly id: string;
  readonly it: string;
  /** For one cell: of a table, its last example cell. */
  readonly formula: string;
  readonly expected: Expected;
  /** What the function gives in this pane. */
  readonly answer: () => CellValue;
}

/** A function that does not do what it should, in words. */
export interface Finding {
  readonly id: string;
  readonly message: string;
}

function expectedAt(example: Example): { expected: Expected; row: number; column: number } {
  if ("fails" in example) return { expected: { error: example.fails }, row: 0, column: 0 };
  const { gives } = example;
  if (typeof gives === "number" || typeof gives === "string") {
    return { expected: gives, row: 0, column: 0 };
  }
  const last = gives.at(-1) ?? [];
  // The first row of a table is its heading.
  return { expected: last.at(-1) ?? "", row: gives.length, column: last.length - 1 };
}

/** Every worked example of every function. */
export function workedExamples(): readonly WorkedExample[] {
  return [...FUNCTIONS].flatMap(([id, definition]) =>
    [...definition.examples].map((example) => {
      const { formula, answers } = callOfExample(id, definition, example);
      const { expected, row, column } = expectedAt(example);
      const inCell = `=INDEX(${formula.slice(1)},${row + 1},${column + 1})`;
      return {
        id,
        it: example.it,
        formula: row === 0 ? formula : inCell,
        expected,
        answer: () => {
          const answer = answers()[row]?.[column];
          return answer instanceof CalcError ? answer.code : (answer ?? null);
        },
      };
    }),
  );
}

function isRight(answer: CellValue, expected: Expected): boolean {
  if (typeof expected === "object") return answer === expected.error;
  if (typeof expected === "string") return answer === expected;
  const tolerance = 1e-9 * Math.max(1, Math.abs(expected));
  return typeof answer === "number" && Math.abs(answer - expected) <= tolerance;
}

/** What is expected, in words. */
export function expectedInWords(expected: Expected): string {
  return typeof expected === "object" ? `the error ${expected.error}` : String(expected);
}

/** The examples whose answers are not the expected ones. */
export function wrongAnswers(
  examples: readonly WorkedExample[],
  answers: readonly CellValue[],
): readonly Finding[] {
  return examples.flatMap(({ id, formula, expected }, i) => {
    const answer = answers[i] ?? null;
    if (isRight(answer, expected)) return [];
    const given = String(answer ?? "nothing");
    return [{ id, message: `${formula} gives ${given}, not ${expectedInWords(expected)}` }];
  });
}

/** Functions whose parameters in functions.json are not those of the code. */
export function staleMetadata(metadata: readonly FunctionMetadata[]): readonly Finding[] {
  return [...FUNCTIONS].flatMap(([id, { params }]) => {
    const listed = metadata.find((entry) => entry.id === id)?.parameters.map(({ name }) => name);
    if (listed?.join() === params.map(({ name }) => name).join()) return [];
    return [{ id, message: listed ? "has other parameters there" : "is missing there" }];
  });
}
