import { printA1 } from "./a1";
import { type Entry, readEntry } from "./cell-entry";
import { FakeConditionalFormats, FakeDataValidation } from "./cell-rules";
import { type FakeArea, type FakeCell, MAX_COLUMNS, MAX_ROWS } from "./cells";
import { invalidArgument } from "./errors";
import { FakeObject } from "./fake-object";
import { FakeRangeAreas, joined } from "./range-areas";
import { FakeRangeFormat } from "./range-format";
import { type ShownCell, shownCells, spillArea } from "./shown-cells";
import type { FakeWorksheet } from "./worksheet";

/** A sheet's name as it stands before an exclamation mark. */
function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** A block of cells on a sheet. */
export class FakeRange extends FakeObject {
  readonly format: FakeRangeFormat;
  readonly dataValidation = new FakeDataValidation(this);

  constructor(
    readonly worksheet: FakeWorksheet,
    readonly area: FakeArea,
  ) {
    super("Range");
    const { row, column, rows, columns } = area;
    const isInside =
      row >= 0 && column >= 0 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;
    if (!isInside || rows < 1 || columns < 1) throw invalidArgument("the range is no range");
    this.format = new FakeRangeFormat(worksheet.cells, area);
  }

  get conditionalFormats(): FakeConditionalFormats {
    return new FakeConditionalFormats(this);
  }

  get address(): string {
    return `${quoted(this.worksheet.name)}!${printA1(this.area)}`;
  }

  get rowIndex(): number {
    return this.area.row;
  }

  get columnIndex(): number {
    return this.area.column;
  }

  get rowCount(): number {
    return this.area.rows;
  }

  get columnCount(): number {
    return this.area.columns;
  }

  get values(): unknown[][] {
    return this.#shown().map((line) => line.map(({ value }) => value));
  }

  set values(values: unknown) {
    this.#write(values);
  }

  get formulas(): unknown[][] {
    return this.#shown().map((line) => line.map(({ formula }) => formula));
  }

  set formulas(formulas: unknown) {
    this.#write(formulas);
  }

  get valueTypes(): unknown[][] {
    return this.#shown().map((line) => line.map(({ type }) => type));
  }

  get numberFormat(): unknown[][] {
    const rows = this.worksheet.cells.rows(this.area);
    return rows.map((line) => line.map(({ numberFormat }) => numberFormat));
  }

  set numberFormat(formats: unknown) {
    this.worksheet.checkWritable();
    this.#each(formats, (cell, format) => {
      if (typeof format !== "string" || format === "") {
        throw invalidArgument(`${JSON.stringify(format)} is no number format`);
      }
      cell.numberFormat = format;
    });
  }

  getCell(row: number, column: number): FakeRange {
    const { area } = this;
    return this.#at({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 });
  }

  getRow(row: number): FakeRange {
    return this.#at({ ...this.area, row: this.area.row + row, rows: 1 });
  }

  getBoundingRect(other: FakeRange): FakeRange {
    const [a, b] = [this.area, other.area];
    const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
    const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
    const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
    return this.#at({ row, column, rows, columns });
  }

  isOverlapping(other: FakeRange): boolean {
    const [a, b] = [this.area, other.area];
    return (
      a.row < b.row + b.rows &&
      b.row < a.row + a.rows &&
      a.column < b.column + b.columns &&
      b.column < a.column + a.columns
    );
  }

  isCovering(other: FakeRange): boolean {
    const { address } = this.getBoundingRect(other);
    return address === this.address;
  }

  select(): void {
    this.worksheet.activate();
    const { row, column } = this.area;
    this.worksheet.workbook.active = { sheet: this.worksheet, row, column };
  }

  #at(area: FakeArea): FakeRange {
    return new FakeRange(this.worksheet, area);
  }

  /** The cells that the formula in this one fills. */
  getSpillingToRangeOrNullObject(): FakeRange | null {
    const area = spillArea(this.worksheet, this.area.row, this.area.column);
    return area ? this.#at(area) : null;
  }

  getSpecialCellsOrNullObject(kind: string): FakeRangeAreas | null {
    if (kind !== "DataValidations") throw invalidArgument(`the fake does not find ${kind}`);
    const ranges = this.worksheet.validations.map(({ range }) => range);
    return ranges.length === 0 ? null : new FakeRangeAreas(joined(ranges));
  }

  #shown(): ShownCell[][] {
    return shownCells(this.worksheet, this.area);
  }

  #write(input: unknown): void {
    this.worksheet.checkWritable();
    const hasSheet = (name: string) => this.worksheet.workbook.worksheets.find(name) !== undefined;
    this.#each(input, (cell, value) => {
      const entry: Entry = readEntry(value, cell.numberFormat, hasSheet);
      cell.entry = entry;
    });
  }

  /** Each cell with its part of a matrix of the range's shape, or with the one value for all. */
  #each(input: unknown, change: (cell: FakeCell, part: unknown) => void): void {
    const rows = this.worksheet.cells.rows(this.area);
    const matrix: readonly unknown[] = Array.isArray(input)
      ? input
      : rows.map((row) => row.map(() => input));
    const hasShape =
      matrix.length === rows.length &&
      matrix.every((line) => Array.isArray(line) && line.length === this.area.columns);
    if (!hasShape) throw invalidArgument("the values do not have the shape of the range");
    for (const [i, line] of (matrix as readonly (readonly unknown[])[]).entries()) {
      for (const [j, part] of line.entries()) {
        const cell = rows[i]?.[j];
        // null leaves a cell as it is
        if (cell && part !== null) change(cell, part);
      }
    }
  }
}
