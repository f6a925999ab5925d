import { CalcError, type ErrorCode } from "../calc";
import { type Answer, type Argument, readSingle } from "./broadcast";
import {
  type Arguments,
  type CellsOf,
  type ExamplesOf,
  type FunctionBase,
  type NativesOf,
  type ParametersOf,
  toExcel,
} from "./define";
import {
  type Guard,
  type NativeArgument,
  type NativeBody,
  type NativeDemands,
  printNative,
} from "./native";
import type { Parameter } from "./parameter";

/** One column of a table that a function spills. */
export interface Column<A extends Arguments, Row> {
  readonly heading: string;
  readonly value: (row: Row) => number | string | CalcError;
  /** The native formula of this column's cell in a row (0 is the first below the heading). */
  readonly native: (row: number, ...args: NativesOf<A>) => string;
}

/** A worked example: the first rows of the table below its heading, or the error. */
export type TableExample<A extends Arguments = Arguments> = {
  readonly it: string;
  readonly args: ExamplesOf<A>;
} & ({ readonly gives: readonly (readonly (number | string)[])[] } | { readonly fails: ErrorCode });

export interface TableDeclaration<A extends Arguments, Row> {
  readonly calc: (...args: A) => readonly Row[];
  readonly params: ParametersOf<A>;
  readonly columns: readonly Column<A, Row>[];
  readonly demands?: (...args: NativesOf<A>) => readonly Guard[];
  readonly examples: readonly TableExample<A>[];
  readonly formula: string;
  readonly source: string;
}

/** A function that spills a table with a heading row. */
export interface TableDefinition extends FunctionBase {
  readonly shape: "table";
  readonly examples: readonly TableExample[];
  readonly headings: readonly string[];
  /** The native formula of one cell, without "=", counted from the first row below the heading. */
  readonly nativeCell: (
    row: number,
    column: number,
    args: readonly NativeArgument[],
    withGuards?: boolean,
  ) => string;
}

export interface DefinedTable<A extends Arguments> extends TableDefinition {
  readonly spill: (...cells: CellsOf<A>) => unknown[][];
}

/** Declares a custom function that spills a table. It takes single cells beside its lists. */
export function defineTable<A extends Arguments, Row>(
  declaration: TableDeclaration<A, Row>,
): DefinedTable<A> {
  const { calc, columns, demands, examples, formula, source } = declaration;
  const params = declaration.params as unknown as readonly Parameter[];
  const headings = columns.map((column) => column.heading);

  const evaluate = (received: readonly unknown[]): Answer[][] => {
    const args: Argument[] = [];
    for (const [i, parameter] of params.entries()) {
      const value = readSingle(parameter, received[i]);
      if (value instanceof CalcError) return [[value]];
      args.push(value);
    }
    try {
      const rows = calc(...(args as unknown as A));
      return [headings, ...rows.map((row) => columns.map((column) => column.value(row)))];
    } catch (error) {
      if (error instanceof CalcError) return [[error]];
      throw error;
    }
  };

  return {
    shape: "table",
    params,
    examples: examples as unknown as readonly TableExample[],
    headings,
    formula,
    source,
    evaluate,
    nativeCell: (row, column, args, withGuards = true) => {
      const native = columns[column]?.native as unknown as
        ((row: number, ...args: (string | readonly string[])[]) => string) | undefined;
      if (!native) throw new RangeError(`there is no column ${column}`);
      const body: NativeBody = (...resolved) => native(row, ...resolved);
      return printNative(params, body, demands as unknown as NativeDemands, args, withGuards);
    },
    spill: (...cells) => toExcel(evaluate(cells)),
  };
}
