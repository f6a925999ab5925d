import { type RangeA1, parseA1Ref } from "@borgar/fx";
import type { Area, SheetArea } from "../plan";
import type { Value } from "../spreadsheet-functions";
import type { PricesSheet } from "./prices-sheet";

/** A cell; row and column are counted from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** What a formula's text does not say and only its workbook knows. */
export interface Around {
  /** The formula's own cell. */
  readonly cell: CellPlace;
  /** The cells that its result fills; one cell where it did not spill. */
  readonly size: Shape;
  /**
   * The file keeps it as an ordinary formula, neither array nor dynamic: then a range in the
   * place of one value means the cell in the formula's own row or column. Nothing that Excel
   * itself gives as text is one.
   */
  readonly intersects?: boolean;
  /** What a name or a structured reference stands for, as written; undefined where it is neither cells nor a constant. */
  readonly lookUp: (reference: string) => SheetArea | { readonly value: Value } | undefined;
  /** The value that a cell shows; undefined where it is not known. */
  readonly valueAt: (place: CellPlace) => Value | undefined;
  /** What the formula in a cell has spilled over, where it did; `isOurs` if it is to be rewritten. */
  readonly spillAt: (place: CellPlace) => (Shape & { readonly isOurs: boolean }) | undefined;
  readonly prices: PricesSheet;
}

/** Cells that a formula refers to. */
export interface Cells {
  readonly sheet: string;
  readonly area: Area;
  /** What stands before the address of one of them, such as "Sales!". */
  readonly prefix: string;
  /** Which of row and column are pinned. */
  readonly pins: { readonly row: boolean; readonly column: boolean };
}

/** The cells of a range as the parser gives it; undefined for whole columns and rows. */
export function areaOfRange({ top, left, bottom, right, trim }: RangeA1): Area | undefined {
  if (top === null || left === null || trim) return undefined;
  const [rows, columns] = [(bottom ?? top) - top + 1, (right ?? left) - left + 1];
  return { row: top, column: left, rows, columns };
}

/** The cells that an address such as `'My Sheet'!$A$1:B2` stands for; undefined for whole columns and several sheets. */
export function cellsOfAddress(address: string, { cell }: Around): Cells | undefined {
  const parsed = parseA1Ref(address, { allowNamed: false });
  if (!parsed || !("range" in parsed)) return undefined;
  const area = areaOfRange(parsed.range);
  const prefix = address.slice(0, address.lastIndexOf("!") + 1);
  // Before the colon of several sheets only a workbook may stand, in a path with one of its own.
  if (!area || prefix.slice(prefix.lastIndexOf("]") + 1).includes(":")) return undefined;
  return {
    sheet: parsed.context?.at(-1) ?? cell.sheet,
    area,
    prefix,
    pins: { row: parsed.range.$top === true, column: parsed.range.$left === true },
  };
}
