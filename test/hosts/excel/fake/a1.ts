import { invalidArgument } from "./errors";
import { type FakeArea, MAX_COLUMNS, MAX_ROWS } from "./cells";

function columnNumber(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** The area of an address such as "B2", "A1:C4", "C:D" or "$1:$2". */
export function parseA1(address: string): FakeArea {
  const match = /^\$?([A-Z]{1,3})?\$?([1-9]\d*)?(?::\$?([A-Z]{1,3})?\$?([1-9]\d*)?)?$/i.exec(
    address,
  );
  const [, left, top, right = left, bottom = top] = match ?? [];
  if (!match || (!left && !top)) throw invalidArgument(`${address} is no address`);
  const row = top ? Number(top) - 1 : 0;
  const column = left ? columnNumber(left.toUpperCase()) : 0;
  const lastRow = bottom ? Number(bottom) - 1 : MAX_ROWS - 1;
  const lastColumn = right ? columnNumber(right.toUpperCase()) : MAX_COLUMNS - 1;
  if (lastRow < row || lastColumn < column) throw invalidArgument(`${address} runs backwards`);
  if (lastRow >= MAX_ROWS || lastColumn >= MAX_COLUMNS) {
    throw invalidArgument(`${address} lies outside the sheet`);
  }
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** A cell's or an area's address, such as "A1:C4". */
export function printA1({ row, column, rows, columns }: FakeArea): string {
  const cell = (r: number, c: number) => `${columnLetters(c)}${r + 1}`;
  const first = cell(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cell(row + rows - 1, column + columns - 1)}`;
}
