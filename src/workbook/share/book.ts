import type { CalcError } from "../../calc";
import type { Value } from "../spreadsheet-functions";

/** A cell that is not empty; row and column are counted from 0. */
export interface BookCell {
  readonly row: number;
  readonly column: number;
  /** What it shows; null where that is an error. */
  readonly value: Exclude<Value, CalcError>;
  /** The error that it shows, such as "#NAME?" or "#BUSY!". */
  readonly error?: string;
  /** With its equals sign, in en-US, with the plain names of functions, as Excel shows it. */
  readonly formula?: string;
  /** The cells that the formula fills, itself at the top left, where that is more than one. */
  readonly fills?: { readonly rows: number; readonly columns: number };
  /**
   * An ordinary formula, one that spills by itself, or one entered with Ctrl+Shift+Enter. In an
   * ordinary one a range in the place of one value means the cell in the formula's row or column.
   */
  readonly kind?: "ordinary" | "dynamic" | "array";
}

export interface BookTable {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** All of them: the headings, the data and the totals. */
  readonly rows: number;
  readonly columns: readonly string[];
  readonly hasTotals: boolean;
}

export interface BookSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Whether cells cannot be changed until the sheet's protection is taken off. */
  readonly isProtected: boolean;
  /** Row by row, from left to right. */
  readonly cells: readonly BookCell[];
  readonly tables: readonly BookTable[];
}

export interface BookName {
  readonly name: string;
  /** The sheet whose own it is; undefined for a name of the whole workbook. */
  readonly sheet?: string;
  /** With its equals sign. */
  readonly formula: string;
}

/** A formula that stands in no cell. */
export interface OtherFormula {
  readonly sheet: string;
  readonly where: "conditional format" | "validation" | "table column" | "chart";
  /** The cells that it is about, or the name of the chart or of the table's column. */
  readonly at: string;
  /** With its equals sign. */
  readonly formula: string;
}

/** A workbook as far as its formulas go, wherever it is kept: open in a host or a file. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  readonly others: readonly OtherFormula[];
}

/** What a cell is to hold in place of what it holds. */
export interface CellChange {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** A formula with its equals sign, or none: the cell keeps the value that it shows. */
  readonly formula?: string;
  /** The cells that the formula fills, itself at the top left, where that is more than one. */
  readonly fills?: { readonly rows: number; readonly columns: number };
  /** How a formula that fills several cells does so; where absent, by itself. */
  readonly kind?: "dynamic" | "array";
  /** The cell is to be empty: what spills next to it takes it. */
  readonly isEmptied?: true;
}

/** What makes a workbook share-safe: the changes of cells, names and other formulas. */
export interface BookChanges {
  readonly cells: readonly CellChange[];
  /** Names by what they are to stand for. */
  readonly names: readonly BookName[];
  /** Formulas in no cell by what they are to be; without a formula the rule is taken away. */
  readonly others: readonly (Omit<OtherFormula, "formula"> & {
    readonly before: string;
    readonly formula?: string;
  })[];
}
