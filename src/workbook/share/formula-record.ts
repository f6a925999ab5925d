import type { BookCell, OtherFormula } from "./book";

/** A formula that was replaced, what by, and why. */
export interface FormulaRecord {
  readonly where: "cell" | "name" | OtherFormula["where"];
  /** Empty for a name of the whole workbook. */
  readonly sheet: string;
  /** The cell's address, the name, or what the formula was about. */
  readonly at: string;
  /** The formula that was there, with its equals sign. */
  readonly formula: string;
  /** The cells that it filled, such as "A1:A9", where that was more than one. */
  readonly filled?: string;
  readonly kind?: BookCell["kind"];
  readonly became: "formula" | "value";
  /** The ordinary formula that stands there now, or the first of several; none for a value. */
  readonly now?: string;
  /** The end of "It is a value because …". */
  readonly reason?: string;
}

/** A formula of ours that could neither be rewritten nor become a value. */
export interface LeftFormula {
  readonly where: FormulaRecord["where"];
  readonly sheet: string;
  readonly at: string;
  readonly formula: string;
  readonly reason: string;
}
