import type { Formula } from "./formula";
import type { CellError, NumberFormat, StyleName } from "./plan";

/** A number or text that the reader may change. */
export interface InputCell {
  readonly kind: "input";
  readonly value: number | string;
  readonly format: NumberFormat;
}

/** A figure that follows from others; `value` is what the calculation module says it is. */
export interface FormulaCell {
  readonly kind: "formula";
  readonly formula: Formula;
  readonly value: number | string | CellError;
  readonly format: NumberFormat;
  /** One of the answers that the sheet is read for. */
  readonly isResult?: true;
}

/** A number that belongs to the structure of the sheet and is not for flexing. */
export interface FixedCell {
  readonly kind: "fixed";
  readonly value: number | string;
  readonly format: NumberFormat;
}

export type SpecCell = InputCell | FormulaCell | FixedCell;

/** One line of a list: a name to refer to, a label, its cell, its unit and a note. */
export interface ListRow {
  readonly name: string;
  readonly label: string;
  readonly cell: SpecCell;
  readonly unit: string;
  readonly note?: string;
}

/** Lines of label, value, unit and note under a heading. */
export interface ListBlock {
  readonly kind: "list";
  readonly title: string;
  readonly headings: readonly [string, string, string, string];
  readonly rows: readonly ListRow[];
}

/** Lines with the same columns; a cell's name is "row.column". */
export interface TableBlock {
  readonly kind: "table";
  readonly title: string;
  readonly corner: string;
  readonly columns: readonly { readonly name: string; readonly heading: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly label: string;
    readonly cells: readonly SpecCell[];
  }[];
}

/** Lines of text across the sheet. */
export interface TextBlock {
  readonly kind: "text";
  readonly lines: readonly { readonly text: string; readonly style: StyleName }[];
}

export type Block = ListBlock | TableBlock | TextBlock;

/** What a sheet says, without a single address. */
export interface SheetSpec {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly columnWidths: readonly number[];
}
