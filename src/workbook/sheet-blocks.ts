import type { Domain } from "../calc";
import type { ChartKind, NumberFormat, SeriesColor, StyleName } from "./plan";

/** What an input may hold. */
export type Allowed =
  | { readonly numbers: Domain }
  /** One of the values of an item, named; the cells of that item are the list. */
  | { readonly oneOf: string };

/** What every cell or row of cells has. */
interface Described {
  /** The name by which formulas refer to it; unique in the workbook, letters first, dots allowed. */
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly format: NumberFormat;
  /** Source of a default, meaning of a figure, or what to do with it. */
  readonly note?: string;
  /** One of the answers that the sheet is read for. */
  readonly isResult?: true;
  /** Colours the cell by its text: bands, statuses and lights. */
  readonly isVerdict?: true;
}

/** One line: an input with its value, a text or number that is fixed, or a formula. */
export type Line = Described &
  (
    | { readonly input: number | string | null; readonly allowed?: Allowed }
    | { readonly fixed: number | string }
    /** In the grammar of `Formula`. */
    | { readonly formula: string }
  );

/** One item of a grid: the same formula, or one value, at each key of the axis. */
export type Item = Described &
  (
    | { readonly inputs: readonly (number | string | null)[]; readonly allowed?: Allowed }
    | { readonly fixed: readonly (number | string | null)[] }
    | { readonly formula: string }
  );

/** What a grid runs along: months, tariffs, percentiles, cases. Items of one axis line up. */
export interface Axis {
  readonly id: string;
  /** What a key is, such as "Month"; it heads the labels. */
  readonly heading: string;
  readonly keys: readonly { readonly key: string; readonly label: string }[];
}

/** Lines of label, unit, value and note. */
export interface LinesBlock {
  readonly kind: "lines";
  readonly title: string;
  readonly note?: string;
  /** Steps towards figures elsewhere: they stand below all others and are not printed. */
  readonly isWorking?: true;
  readonly lines: readonly Line[];
}

/** Items along an axis: across (an item is a row) or down (an item is a column). */
export interface GridBlock {
  readonly kind: "grid";
  readonly title: string;
  readonly note?: string;
  /** Steps towards figures elsewhere: they stand below all others and are not printed. */
  readonly isWorking?: true;
  readonly axis: Axis;
  readonly direction: "across" | "down";
  readonly items: readonly Item[];
}

/** Lines of text across the sheet. */
export interface TextBlock {
  readonly kind: "text";
  readonly lines: readonly { readonly text: string; readonly style: StyleName }[];
}

export interface ChartSeries {
  readonly label: string;
  /** The item whose cells are drawn. */
  readonly values: string;
  readonly color: SeriesColor;
}

export interface ChartSpec {
  /** Unique in the workbook. */
  readonly id: string;
  readonly title: string;
  readonly kind: ChartKind;
  /** The item along whose axis the chart runs: the labels of the axis name the places. */
  readonly along: string;
  /** An item of that axis whose texts name the places instead. */
  readonly labels?: string;
  readonly series: readonly ChartSeries[];
  readonly valueFormat: NumberFormat;
  readonly valueTitle?: string;
  readonly categoryTitle?: string;
  /** Bounds of the value axis where data should not choose them. */
  readonly from?: number;
  readonly to?: number;
}

/** Charts side by side. They keep the rows that they cover free, unless they stand beside other blocks. */
export interface ChartsBlock {
  readonly kind: "charts";
  readonly rows: number;
  /** The column in which the first begins, and how far below this place in the flow of blocks. */
  readonly beside?: { readonly column: number; readonly rowsDown: number };
  readonly charts: readonly (ChartSpec & { readonly columns: number })[];
}

export type Block = LinesBlock | GridBlock | TextBlock | ChartsBlock;

/** A sheet as its author describes it: what stands on it, not where. */
export interface SheetDescription {
  /** Which sheet of the model it is, such as "assumptions"; its name in the workbook may get a number. */
  readonly id: string;
  /** The name wanted for the sheet, at most 31 characters. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks: readonly Block[];
  /** Widths in characters: label, unit, then every further column. */
  readonly widths: {
    readonly label: number;
    readonly unit: number;
    readonly others: number;
    /** Columns of values that are wider or narrower than the others, counted from 0. */
    readonly columns?: Readonly<Record<number, number>>;
  };
  /** Columns that stay in view when one scrolls to the right. */
  readonly frozenColumns?: number;
  readonly print: {
    readonly landscape: boolean;
    readonly onePage?: true;
    /** So many columns of values on each page, beside the labels; all of them where it is left out. */
    readonly columnsPerPage?: number;
  };
  readonly role: "output" | "input" | "calculation" | "check";
}
