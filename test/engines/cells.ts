/** An error value in a cell, such as #NUM!. */
export interface CellError {
  readonly error: string;
}

/** What a cell shows once it is calculated. */
export type CellValue = number | string | boolean | CellError;

/** What is put into a cell; a formula starts with "=" and may bring the value that a file shows. */
export type CellContent =
  number | string | boolean | { readonly formula: string; readonly value?: CellValue };

/** A sheet to be calculated: contents by address, such as "B2". */
export interface Sheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, CellContent>;
}

/** Values by sheet and address; cells that show nothing are not there. */
export type Calculated = ReadonlyMap<string, ReadonlyMap<string, CellValue>>;

/** A spreadsheet program, as far as tests need it: it calculates sheets. */
export type Engine = (sheets: readonly Sheet[]) => Promise<Calculated>;

/** Row and column of an address, counted from 0. */
export function cellPosition(address: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
  if (letters === "") throw new RangeError(`${address} is no address of a cell`);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
