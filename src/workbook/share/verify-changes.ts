import { cellAddress } from "../address";
import type { SheetPlan } from "../plan";
import type { CellPlace } from "./around";
import type { Book, BookCell, CellChange } from "./book";
import { bookAround, type BookIndex, indexBook } from "./book-around";
import { type ChangedValue, distance, SAME_WITHIN, shown, type Shown } from "./compare-books";
import { plainReferences } from "./plain-references";
import { PricesSheet } from "./prices-sheet";
import type { Sharing } from "./share-book";

/** A cell to be calculated. */
export interface InputCell {
  readonly row: number;
  readonly column: number;
  readonly content: number | string | boolean | { readonly formula: string };
}

export interface InputSheet {
  readonly name: string;
  readonly cells: readonly InputCell[];
}

/** A spreadsheet program: it calculates sheets and tells what a cell shows; undefined for nothing. */
export type Calculate = (
  sheets: readonly InputSheet[],
) => Promise<(place: CellPlace) => Shown | undefined>;

/** What comparing the new formulas of a file with the figures that it shows comes to. */
export interface Verification {
  /** New formulas that were worked out and give the figure that was there. */
  readonly same: number;
  readonly changed: readonly ChangedValue[];
  /** New formulas that could not be worked out here, and why. */
  readonly notChecked: readonly {
    readonly sheet: string;
    readonly at: string;
    readonly why: string;
  }[];
}

interface Written extends CellChange {
  readonly formula: string;
}

/** The new formulas in a form that a program without names and tables works out. */
function plainFormula(change: Written, index: BookIndex, prices: PricesSheet): string | undefined {
  if (/\[\d+\]/.test(change.formula)) return undefined;
  return plainReferences(change.formula, bookAround(index, prices, { name: change.sheet }, change));
}

/** The formula for each cell that a change fills: by itself, or as a part of what spills. */
function filledCells(change: Written, plain: string): (CellPlace & { readonly plain: string })[] {
  const { sheet, row, column, fills } = change;
  if (!fills) return [{ sheet, row, column, plain }];
  return Array.from({ length: fills.rows * fills.columns }, (_, i) => {
    const [down, right] = [Math.floor(i / fills.columns), i % fills.columns];
    const part = `=INDEX(${plain.slice(1)},${down + 1},${right + 1})`;
    return { sheet, row: row + down, column: column + right, plain: part };
  });
}

function cellsOfPlan({ steps }: SheetPlan): InputCell[] {
  return steps.flatMap((step) =>
    step.do !== "write"
      ? []
      : step.cells.flatMap((line, i) =>
          line.flatMap((content, j): InputCell[] => {
            if (content === null) return [];
            const place = { row: step.row + i, column: step.column + j };
            return [{ ...place, content }];
          }),
        ),
  );
}

function constant({ row, column, value, error }: BookCell): InputCell[] {
  // As a formula an error is one in every program.
  if (error !== undefined) return [{ row, column, content: { formula: `=${error}` } }];
  return value === null ? [] : [{ row, column, content: value }];
}

/** Errors by which a program says that it cannot work something out. */
const CANNOT = new Set(["#NAME?", "#REF!", "#CALC!", "#ERROR!"]);

/**
 * Works out every new formula from the figures that the workbook shows, by a spreadsheet
 * program, and compares it with the figure that was there.
 */
export async function verifyChanges(
  book: Book,
  { changes, prices }: Pick<Sharing, "changes" | "prices">,
  calculate: Calculate,
): Promise<Verification> {
  const index = indexBook(book);
  const notUsed = new PricesSheet("", 0);
  const notChecked: { sheet: string; at: string; why: string }[] = [];
  const formulas = new Map<string, CellPlace & { readonly plain: string }>();
  const key = (sheet: string, row: number, column: number) => `${row},${column},${sheet}`;
  for (const change of changes.cells) {
    const { sheet, row, column, formula } = change;
    if (formula === undefined) continue;
    const plain = plainFormula({ ...change, formula }, index, notUsed);
    if (plain !== undefined) {
      for (const cell of filledCells({ ...change, formula }, plain)) {
        formulas.set(key(cell.sheet, cell.row, cell.column), cell);
      }
    } else {
      const why =
        "it refers to another workbook, or to a name that is worked out or that LET declares";
      notChecked.push({ sheet, at: cellAddress(row, column), why });
    }
  }
  const sheets = book.sheets.map(({ name, cells }): InputSheet => {
    const known = cells.flatMap((cell) =>
      formulas.has(key(name, cell.row, cell.column)) ? [] : constant(cell),
    );
    const written = [...formulas.values()].filter(({ sheet }) => sheet === name);
    const worked = written.map(({ row, column, plain }) => ({
      row,
      column,
      content: { formula: plain },
    }));
    return { name, cells: [...known, ...worked] };
  });
  const shownAt = await calculate(
    prices ? [...sheets, { name: prices.name, cells: cellsOfPlan(prices) }] : sheets,
  );
  const changed: ChangedValue[] = [];
  let same = 0;
  for (const { sheet, row, column } of formulas.values()) {
    const at = cellAddress(row, column);
    const before: Shown = index.cellAt({ sheet, row, column }) ?? { value: null };
    const after = shownAt({ sheet, row, column }) ?? { value: null };
    if (distance(before, after) <= SAME_WITHIN) same++;
    else if (after.error !== undefined && CANNOT.has(after.error) && after.error !== before.error) {
      notChecked.push({
        sheet,
        at,
        why: "the spreadsheet program here does not know a part of it",
      });
    } else changed.push({ sheet, at, before: shown(before), after: shown(after) });
  }
  return { same, changed, notChecked };
}
