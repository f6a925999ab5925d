import { CalcError, type ErrorCode } from "../calc";
import { type Answer, type Argument, broadcast } from "./broadcast";
import {
  type Guard,
  type Guards,
  type NativeArgument,
  type NativeBody,
  type NativeDemands,
  printNative,
} from "./native";
import type { ListParameter, NumberParameter, Parameter, TextParameter } from "./parameter";

/** A range as Excel hands it over; undefined or null where it was omitted. */
type Cells = unknown[][] | undefined;

type IsOptional<T> = undefined extends T ? true : false;

type ParameterOf<T> =
  NonNullable<T> extends number
    ? NumberParameter<IsOptional<T>>
    : NonNullable<T> extends string
      ? TextParameter<IsOptional<T>>
      : ListParameter<IsOptional<T>>;

type NativeOf<T> = NonNullable<T> extends readonly number[] ? readonly string[] : string;

/** What an example gives for a parameter; null is an empty cell. */
type ExampleOf<T> =
  NonNullable<T> extends readonly number[]
    ? readonly (number | null)[]
    : (T & (number | string)) | number | string | null;

export type Arguments = readonly unknown[];
// Each tuple keeps the length of the calculation's own parameters, so a wrong arity does not compile.
export type ParametersOf<A extends Arguments> = { readonly [K in keyof A]-?: ParameterOf<A[K]> };
export type CellsOf<A extends Arguments> = { [K in keyof A]: Cells };
export type NativesOf<A extends Arguments> = { [K in keyof A]-?: NativeOf<A[K]> };
export type ExamplesOf<A extends Arguments> = { readonly [K in keyof A]: ExampleOf<A[K]> };

/** A worked example: it is shown as help and it is a test. */
export type Example<A extends Arguments = Arguments> = {
  /** What it shows, as the end of a sentence. */
  readonly it: string;
  readonly args: ExamplesOf<A>;
} & ({ readonly gives: number | string } | { readonly fails: ErrorCode });

/** Why there is no native formula. */
export interface NoNative {
  readonly none: string;
}

export interface Declaration<A extends Arguments> {
  /** The calculation; its parameters are the function's, in the same order. */
  readonly calc: (...args: A) => number | string;
  readonly params: ParametersOf<A>;
  /** The native Excel formula inside the domain, or why there is none. */
  readonly native: ((...args: NativesOf<A>) => string) | NoNative;
  /** What the domains of single parameters do not say: conditions and the error they give. */
  readonly demands?: (...args: NativesOf<A>) => readonly Guard[];
  readonly examples: readonly Example<A>[];
  /** The formula in the words of a textbook, for the help page. */
  readonly formula: string;
  /** Where the definition comes from, for the help page. */
  readonly source: string;
}

/** What every custom function is to those who loop over them. */
export interface FunctionBase {
  readonly params: readonly Parameter[];
  readonly formula: string;
  readonly source: string;
  /** The figures for arguments as Excel hands them over; errors are in their cells. */
  readonly evaluate: (args: readonly unknown[]) => Answer[][];
}

/** A function with one answer per cell of its arguments. */
export interface FunctionDefinition extends FunctionBase {
  readonly shape: "scalar";
  readonly examples: readonly Example[];
  /** The native formula without "=", or why there is none. */
  readonly native: ((args: readonly NativeArgument[], guards?: Guards) => string) | NoNative;
}

export interface Defined<A extends Arguments> extends FunctionDefinition {
  /** What Excel calls: the figures, with errors as Excel wants them. */
  readonly spill: (...cells: CellsOf<A>) => unknown[][];
}

const EXCEL_CODES = {
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
} as const;

function excelError({ code, message }: CalcError): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[EXCEL_CODES[code]], message);
}

function hasError(line: readonly Answer[]): boolean {
  for (const answer of line) if (typeof answer === "object") return true;
  return false;
}

/** Answers as Excel takes them: a single error is thrown, others stand in their cells. */
export function toExcel(answers: Answer[][]): unknown[][] {
  const first = answers[0]?.[0];
  if (answers.length === 1 && answers[0]?.length === 1 && first instanceof CalcError) {
    throw excelError(first);
  }
  // A range may have 100,000 lines, and most hold no error: these are not copied.
  if (!answers.some(hasError)) return answers;
  return answers.map((line) =>
    hasError(line)
      ? line.map((answer) => (answer instanceof CalcError ? excelError(answer) : answer))
      : line,
  );
}

/** Declares a custom function once: calculation, parameters, native formula, examples. */
export function define<A extends Arguments>(declaration: Declaration<A>): Defined<A> {
  const { calc, native, demands, examples, formula, source } = declaration;
  const params = declaration.params as unknown as readonly Parameter[];
  const evaluate = (args: readonly unknown[]) =>
    broadcast(params, calc as unknown as (...args: Argument[]) => number | string, args);
  return {
    shape: "scalar",
    params,
    examples: examples as unknown as readonly Example[],
    formula,
    source,
    evaluate,
    native:
      typeof native === "function"
        ? (args, guards = true) =>
            printNative(
              params,
              native as unknown as NativeBody,
              demands as unknown as NativeDemands,
              args,
              guards,
            )
        : native,
    spill: (...cells) => toExcel(evaluate(cells)),
  };
}
