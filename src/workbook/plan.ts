import type { Domain, ErrorCode } from "../calc";

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
  | "title"
  | "subtitle"
  | "heading"
  /** The heading of a column of figures. */
  | "columnHeading"
  /** The heading of a column of notes or other texts. */
  | "textHeading"
  | "label"
  | "input"
  /** Text or a number that belongs to the structure of a sheet. */
  | "fixed"
  | "calculation"
  /** A text in a column of texts. */
  | "textColumn"
  /** A long text in a column of texts, on as many lines as its row has. */
  | "longText"
  /** A formula that only fetches a figure from another sheet. */
  | "link"
  | "result"
  /** What a sheet or a block is about, below or beside its title. */
  | "caption"
  /** A remark on a line, beside its figures. */
  | "note"
  | "unit"
  /** The unit of a column of figures. */
  | "columnUnit";

/** How a number is shown. */
export type NumberFormat =
  /** Dollars. */
  | "money"
  | "moneyFine"
  | "moneyWhole"
  /** Amounts in a currency that the unit names. */
  | "amount"
  | "amountFine"
  | "amountWhole"
  | "count"
  | "percent"
  | "decimal"
  /** As many places as the figure has: flags, codes, small quantities. */
  | "general"
  /** What is left of 0 by rounding. */
  | "residual"
  | "date"
  | "month"
  | "text";

/** A block of cells on a sheet, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An area on a sheet of the plan. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** What an input cell may hold: numbers of a domain, or one of the values in a range of cells. */
export type AllowedValues = { readonly numbers: Domain } | { readonly oneOf: SheetArea };

/** A waterfall is stacked columns whose lowest series has no fill. */
export type ChartKind = "line" | "column" | "stackedColumn" | "bar" | "stackedBar";

/** Roles of series in charts; the theme alone knows the colours. "invisible" has no fill. */
export type SeriesColor =
  | "first"
  | "second"
  | "third"
  | "fourth"
  | "fifth"
  | "sixth"
  | "good"
  | "warning"
  | "bad"
  | "neutral"
  | "invisible";

export interface PlanSeries {
  readonly label: string;
  /** One row or one column of numbers. */
  readonly values: SheetArea;
  readonly color: SeriesColor;
  /** The values as they are now, for hosts that draw by themselves. */
  readonly cached: readonly (number | null)[];
}

export interface PlanChart {
  /** Unique in the plan; also the name of the chart in the workbook. */
  readonly id: string;
  readonly title: string;
  readonly kind: ChartKind;
  /** One row or one column of labels. */
  readonly categories: SheetArea;
  readonly cachedCategories: readonly string[];
  readonly series: readonly PlanSeries[];
  readonly valueFormat: NumberFormat;
  readonly valueTitle?: string;
  readonly categoryTitle?: string;
  /** Bounds of the value axis; data choose where there are none. */
  readonly from?: number;
  readonly to?: number;
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
  /** Makes a row high enough for so many lines of text. */
  | { readonly do: "rowHeight"; readonly row: number; readonly lines: number }
  | { readonly do: "freeze"; readonly rows: number; readonly columns: number }
  /** A name of the sheet's own, for finding one's way: formulas do not use it. */
  | { readonly do: "name"; readonly name: string; readonly area: Area }
  /** Refuses other input, saying in words what is allowed. */
  | {
      readonly do: "validate";
      readonly area: Area;
      readonly allowed: AllowedValues;
      readonly message: string;
    }
  /** Colours cells by their text (bands, statuses, lights); the theme knows which text is good. */
  | { readonly do: "verdicts"; readonly area: Area }
  | { readonly do: "dataBars"; readonly area: Area; readonly color: SeriesColor }
  /** A table that can be sorted and filtered; the first row of its area holds the headings. */
  | { readonly do: "table"; readonly name: string; readonly area: Area }
  /** A chart that covers the area. */
  | { readonly do: "chart"; readonly area: Area; readonly chart: PlanChart }
  | {
      readonly do: "print";
      readonly area: Area;
      readonly landscape: boolean;
      /** Fit to one page; otherwise to the width of one, or of as many as there are side by side. */
      readonly onePage: boolean;
      /** Rows at the top that every page repeats. */
      readonly repeatedRows: number;
      /** Columns at the left that every page repeats; none where this is left out. */
      readonly repeatedColumns?: number;
      /** Rows and columns with which further pages begin; where a page is full it ends without them. */
      readonly pageRows?: readonly number[];
      readonly pageColumns?: readonly number[];
    }
  | { readonly do: "tabColor"; readonly color: SeriesColor };

/** A step of one kind. */
export type StepOf<K extends Step["do"]> = Extract<Step, { readonly do: K }>;

/** A new sheet: its name and what is done on it. */
export interface SheetPlan {
  readonly name: string;
  readonly steps: readonly Step[];
  /**
   * What is kept with the sheet and not shown in it: texts by key, such as which scenario it
   * belongs to.
   */
  readonly properties?: Readonly<Record<string, string>>;
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
