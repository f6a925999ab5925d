import type { ErrorCode } from "../calc";

/** An error value that a formula is known to give, such as #DIV/0! for a margin without revenue. */
export interface CellError {
  readonly error: ErrorCode;
}

/** What one cell is to hold. A formula carries the value that it has, so that files show figures without calculating. */
export type CellContent =
  | number
  | string
  | boolean
  | null
  | { readonly formula: string; readonly value: number | string | boolean | CellError };

/** How a range looks, by role; the theme alone knows colours and fonts. */
export type StyleName =
  "title" | "subtitle" | "heading" | "label" | "input" | "calculation" | "result" | "note" | "unit";

/** How a number is shown. */
export type NumberFormat =
  "money" | "moneyFine" | "count" | "percent" | "decimal" | "date" | "text";

/** A block of cells on a sheet, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One thing to do on one sheet. The steps of a plan are carried out in order. */
export type Step =
  | {
      readonly do: "write";
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly CellContent[])[];
    }
  | { readonly do: "style"; readonly area: Area; readonly style: StyleName }
  | { readonly do: "numberFormat"; readonly area: Area; readonly format: NumberFormat }
  | { readonly do: "columnWidths"; readonly widths: readonly number[] }
  | { readonly do: "freeze"; readonly rows: number; readonly columns: number };

/** A new sheet: its name and what is done on it. */
export interface SheetPlan {
  readonly name: string;
  readonly steps: readonly Step[];
}

/**
 * What is to be built, as data: new sheets only, so that nothing existing is ever touched.
 * `JSON.stringify` prints it whole.
 */
export interface Plan {
  readonly sheets: readonly SheetPlan[];
  /** The sheet to show when all is done. */
  readonly show: string;
}
