import type { CalcError } from "./calc-error";
import { finite } from "./domain";
import { valueOrError } from "./value-or-error";

/**
 * A function of two numbers at every pair of them: what Excel's two-way data table shows.
 *
 * @param rows values of the first number, one per row
 * @param columns values of the second number, one per column
 * @param figure the function; where it throws CalcError, the cell holds that error
 * @returns rows of cells
 * @example twoWayGrid([1, 2], [10, 20], (a, b) => a * b) // => [[10, 20], [20, 40]]
 */
export function twoWayGrid(
  rows: readonly number[],
  columns: readonly number[],
  figure: (row: number, column: number) => number,
): (number | CalcError)[][] {
  return rows.map((row) =>
    columns.map((column) => valueOrError(() => finite(figure(row, column)))),
  );
}
