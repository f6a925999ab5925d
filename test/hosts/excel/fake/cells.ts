import type { Entry } from "./cell-entry";

/** One cell: what it holds and how it looks, by names such as "font.color". */
export interface FakeCell {
  entry: Entry;
  numberFormat: string;
  readonly format: Map<string, unknown>;
}

/** A block of cells, counted from 0. */
export interface FakeArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const EMPTY: Entry = { value: "" };

/** The cells of a sheet that were ever touched, and the widths of its columns. */
export class Cells {
  readonly #cells = new Map<number, FakeCell>();
  readonly columnWidths = new Map<number, number>();

  at(row: number, column: number): FakeCell {
    const key = row * MAX_COLUMNS + column;
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = { entry: EMPTY, numberFormat: "General", format: new Map() };
      this.#cells.set(key, cell);
    }
    return cell;
  }

  clear(row: number, column: number): void {
    this.at(row, column).entry = EMPTY;
  }

  /** The cells of an area, row by row. */
  rows(area: FakeArea): FakeCell[][] {
    return Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (_unused, j) => this.at(area.row + i, area.column + j)),
    );
  }

  /** All cells that were ever touched, with their places. */
  *all(): Generator<FakeCell & { readonly row: number; readonly column: number }> {
    for (const [key, cell] of this.#cells) {
      yield { ...cell, row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS };
    }
  }

  /** The places of all cells with formulas; asked for with every reading, so nothing is copied. */
  formulas(): { readonly row: number; readonly column: number; readonly formula: string }[] {
    const found: { row: number; column: number; formula: string }[] = [];
    for (const [key, { entry }] of this.#cells) {
      if (entry.formula === undefined) continue;
      const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
      found.push({ row, column, formula: entry.formula });
    }
    return found;
  }

  get count(): number {
    return this.#cells.size;
  }
}
