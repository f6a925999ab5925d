import { areaAddress, cellAddress } from "../../../src/workbook/address";
import type { CellContent } from "../../engines/cells";

const ROWS_PER_SHEET = 2000;

/** Numbers that decide how a formula is made, one after another. */
export class Choices {
  #at = 0;
  constructor(private readonly numbers: readonly number[]) {}

  below(count: number): number {
    const number = this.numbers[this.#at++ % this.numbers.length] ?? 0;
    return (number + 7 * Math.floor(this.#at / this.numbers.length)) % count;
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("there is nothing to choose from");
    return item;
  }
}

/** Sheets that fill up with the cells that formulas refer to. */
export class Cells {
  readonly sheets: { readonly name: string; readonly cells: Map<string, CellContent> }[] = [];
  #row = ROWS_PER_SHEET;

  /** Puts rows of cells below all others; null stays empty. */
  put(rows: readonly (readonly (number | string | null)[])[]): string {
    if (this.#row + rows.length > ROWS_PER_SHEET) {
      this.sheets.push({ name: `It's ${this.sheets.length + 1}`, cells: new Map() });
      this.#row = 0;
    }
    const sheet = this.sheets.at(-1);
    const top = this.#row;
    for (const [i, row] of rows.entries()) {
      for (const [j, content] of row.entries()) {
        if (content !== null) sheet?.cells.set(cellAddress(top + i, j), content);
      }
    }
    this.#row += rows.length;
    const area = { row: top, column: 0, rows: rows.length, columns: rows[0]?.length ?? 1 };
    return `'It''s ${this.sheets.length}'!${areaAddress(area)}`;
  }
}
