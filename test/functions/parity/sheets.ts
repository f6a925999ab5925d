import { CalcError } from "../../../src/calc";
import type { Answer } from "../../../src/functions/broadcast";
import type { NativeArgument } from "../../../src/functions/native";
import { cellAddress } from "../../../src/workbook/address";
import type { CellContent, Sheet } from "../../engines/cells";
import type { Case, CaseArgument, Cases, Writing } from "./cases";
import { largestZ } from "./normal-arguments";
import { scaleOf } from "./scale";

/** One native formula and what it has to give. */
export interface Check {
  readonly address: string;
  /** The cell with the largest |z| that the formula asks for, if it asks for one. */
  readonly zAddress?: string;
  readonly formula: string;
  readonly expected: Answer;
  /** How large the figure is by nature. */
  readonly scale: number;
  readonly of: Case;
}

/** Writes the cells of a sheet, row by row. */
class Grid {
  readonly cells = new Map<string, CellContent>();
  #row = -1;
  #column = 0;

  startRow(): void {
    this.#row += 1;
    this.#column = 0;
  }

  /** Puts something into the next cell; null leaves it empty. */
  put(content: CellContent | null): string {
    const address = cellAddress(this.#row, this.#column++);
    if (content !== null) this.cells.set(address, content);
    return address;
  }
}

function literal(entry: number | string | null): string {
  return typeof entry === "string" ? `"${entry}"` : String(entry ?? 0);
}

/** An entry as a reference, a literal, or the sum of its two halves. */
function expression(grid: Grid, writing: Writing, entry: number | string | null): string {
  if (writing === "literals") return literal(entry);
  if (writing === "cells" || typeof entry !== "number") return grid.put(entry);
  const half = entry / 2;
  return `${grid.put(half)}+${grid.put(half)}`;
}

function nativeArgument(grid: Grid, writing: Writing, arg: CaseArgument): NativeArgument {
  if (arg === undefined) return undefined;
  return typeof arg === "object" && arg !== null
    ? arg.map((entry) => expression(grid, writing, entry))
    : expression(grid, writing, arg);
}

interface Native {
  readonly formula: string;
  readonly expected: Answer;
  readonly heading?: string;
}

/** The native formulas of a case; of a table those of its first, second and last row. */
function natives(
  { definition }: Cases,
  { answers }: Case,
  args: readonly NativeArgument[],
): Native[] {
  const only = answers[0]?.[0];
  if (only === undefined) throw new Error("a function has at least one answer");
  if (definition.shape === "scalar") {
    const { native } = definition;
    return typeof native === "function" ? [{ formula: native(args), expected: only }] : [];
  }
  // An error stands in the place of the whole table.
  const isError = answers.length === 1;
  const last = isError ? 0 : answers.length - 2;
  const rows = [...new Set([0, Math.min(1, last), last])];
  return rows.flatMap((row) =>
    definition.headings.map((heading, column) => ({
      formula: definition.nativeCell(row, column, args),
      expected: isError ? only : (answers[row + 1]?.[column] ?? only),
      heading,
    })),
  );
}

/** A sheet with a function's cases, one a row in each writing, and what its formulas have to give. */
export function paritySheet(all: Cases): { sheet: Sheet; checks: Check[] } {
  const grid = new Grid();
  const checks = all.cases.flatMap((of) =>
    of.writings.flatMap((writing) => {
      grid.startRow();
      const args = of.args.map((arg) => nativeArgument(grid, writing, arg));
      return natives(all, of, args).map(({ formula, expected, heading }): Check => {
        const z = expected instanceof CalcError ? undefined : largestZ(formula);
        return {
          address: grid.put({ formula: `=${formula}` }),
          ...(z !== undefined && { zAddress: grid.put({ formula: `=${z}` }) }),
          formula,
          expected,
          scale: scaleOf(all.id, all.definition, of.args, heading),
          of,
        };
      });
    }),
  );
  return { sheet: { name: all.id, cells: grid.cells }, checks };
}
