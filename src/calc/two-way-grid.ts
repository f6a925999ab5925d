import { CalcError } from "./calc-error";
import { finite } from "./domain";

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
  const cell = (row: number, column: number): number | CalcError => {
    try {
      return finite(figure(row, column));
    } catch (error) {
      if (error instanceof CalcError) return error;
      throw error;
    }
  };
  return rows.map((row) => columns.map((column) => cell(row, column)));
}
