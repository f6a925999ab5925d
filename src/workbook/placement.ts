import { columnLetters } from "./address";
import type { Area } from "./plan";
import type { Axis, Block, SheetDescription } from "./sheet-blocks";

/** Columns of every sheet: labels, units, then values. */
export const LABEL_COLUMN = 0;
export const UNIT_COLUMN = 1;
export const FIRST_VALUE_COLUMN = 2;

/** Rows before the first block: the title, what the sheet is for, a blank one. */
export const ROWS_ABOVE = 3;
/** Rows of a block before its first line: its title and its headings. */
export const HEADING_ROWS = 2;

/** Where an entry stands: its first cell, and how it goes on along its axis. */
export interface Place {
  /** The sheet's name in the workbook. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly direction: "single" | "across" | "down";
  readonly axis?: Axis;
}

/** Where blocks start, row by row. */
export interface PlacedBlock {
  readonly block: Block;
  readonly row: number;
}

/** The rows that a block takes, without the blank line below it. */
export function blockHeight(block: Block): number {
  switch (block.kind) {
    case "text":
      return block.lines.length;
    case "charts":
      return block.rows;
    case "lines":
      return HEADING_ROWS + block.lines.length;
    case "grid":
      return (
        HEADING_ROWS +
        (block.direction === "across" ? block.items.length : block.axis.keys.length + 1)
      );
  }
}

/** The blocks of a sheet below each other, with a blank line between. */
export function placeBlocks({ blocks }: SheetDescription): PlacedBlock[] {
  let row = ROWS_ABOVE;
  return blocks.map((block) => {
    if (block.kind === "charts" && block.beside) {
      return { block, row: row + block.beside.rowsDown };
    }
    const placed = { block, row };
    row += blockHeight(block) + 1;
    return placed;
  });
}

function placesOf(sheet: string, { block, row }: PlacedBlock): [string, Place][] {
  const top = row + HEADING_ROWS;
  if (block.kind === "lines") {
    return block.lines.map(({ name }, i) => [
      name,
      { sheet, row: top + i, column: FIRST_VALUE_COLUMN, direction: "single" },
    ]);
  }
  if (block.kind !== "grid") return [];
  const { axis, direction } = block;
  // Down a sheet, a line of units stands between the headings and the first key.
  return block.items.map(({ name }, i) => [
    name,
    direction === "across"
      ? { sheet, row: top + i, column: FIRST_VALUE_COLUMN, direction, axis }
      : { sheet, row: top + 1, column: FIRST_VALUE_COLUMN + i, direction, axis },
  ]);
}

/** Where every named cell of a model comes to stand. */
export function placeEntries(
  sheets: readonly SheetDescription[],
  sheetNames: ReadonlyMap<string, string>,
): ReadonlyMap<string, Place> {
  return new Map(
    sheets.flatMap((sheet) =>
      placeBlocks(sheet).flatMap((placed) =>
        placesOf(sheetNames.get(sheet.id) ?? sheet.name, placed),
      ),
    ),
  );
}

/** The cell of an entry at a place of its axis. */
export function cellAt({ row, column, direction }: Place, place: number): [number, number] {
  if (direction === "across") return [row, column + place];
  return direction === "down" ? [row + place, column] : [row, column];
}

/** All cells of an entry. */
export function areaOf({ row, column, direction, axis }: Place): Area {
  const length = axis?.keys.length ?? 1;
  return {
    row,
    column,
    rows: direction === "down" ? length : 1,
    columns: direction === "across" ? length : 1,
  };
}

/** A sheet's name as formulas write it, with an exclamation mark. */
export function sheetPrefix(name: string): string {
  return /^[A-Za-z_]{4,}$/.test(name) ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}

/** A reference to a cell; "$" pins what is not to move when the formula is copied. */
export function reference(row: number, column: number, pin: "none" | "row" | "column" | "both") {
  const pinColumn = pin === "column" || pin === "both" ? "$" : "";
  const pinRow = pin === "row" || pin === "both" ? "$" : "";
  return `${pinColumn}${columnLetters(column)}${pinRow}${row + 1}`;
}
