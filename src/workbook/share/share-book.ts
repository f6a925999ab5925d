import { areaAddress, cellAddress } from "../address";
import { freeSheetName } from "../sheet-name";
import type { SheetPlan } from "../plan";
import type { Book, BookCell, BookChanges, BookSheet, CellChange } from "./book";
import { bookAround, indexBook } from "./book-around";
import type { FormulaRecord, LeftFormula } from "./formula-record";
import { shareOthers } from "./share-others";
import { PricesSheet } from "./prices-sheet";
import { rewrite } from "./rewrite";

/** What makes a workbook share-safe, before anything is changed. */
export interface Sharing {
  readonly changes: BookChanges;
  /** The formulas that are replaced. */
  readonly records: readonly FormulaRecord[];
  /** Formulas of ours that stay, and why. */
  readonly left: readonly LeftFormula[];
  /** The prices that the new formulas look in; undefined where none does. */
  readonly prices: SheetPlan | undefined;
  /** The ids of our functions that were used. */
  readonly functions: readonly string[];
}

function changesOf(
  sheet: string,
  { row, column, fills }: BookCell,
  rewritten: ReturnType<typeof rewrite>,
): CellChange[] {
  if (rewritten.kind === "unchanged") return [];
  if (rewritten.kind === "native") {
    return rewritten.cells.map((cell) => ({
      sheet,
      row: row + cell.row,
      column: column + cell.column,
      formula: cell.formula,
      ...(rewritten.spills && fills && { fills }),
    }));
  }
  const { rows, columns } = fills ?? { rows: 1, columns: 1 };
  return Array.from({ length: rows * columns }, (_, i) => ({
    sheet,
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
}

function recordOf(
  sheet: string,
  { row, column, fills, kind }: BookCell,
  formula: string,
  rewritten: Exclude<ReturnType<typeof rewrite>, { kind: "unchanged" }>,
): FormulaRecord {
  return {
    where: "cell",
    sheet,
    at: cellAddress(row, column),
    formula,
    ...(fills && { filled: areaAddress({ row, column, ...fills }) }),
    ...(kind && { kind }),
    ...(rewritten.kind === "native"
      ? { became: "formula", ...(rewritten.cells[0] && { now: rewritten.cells[0].formula }) }
      : { became: "value", reason: rewritten.reason }),
  };
}

/** Formulas between two reports of the share done. */
const STRIDE = 500;

function formulasIn({ cells }: BookSheet): number {
  return cells.filter(({ formula }) => formula !== undefined).length;
}

/**
 * Works out what makes a workbook share-safe: every formula of ours as ordinary Excel, or, where
 * that cannot be, as the value that it shows. Nothing is changed yet. Each step is the share done.
 *
 * @param book the workbook
 * @param today Excel date whose prices stand for a price of today
 */
export function* shareBook(book: Book, today: number): Generator<number, Sharing> {
  const taken = book.sheets.map(({ name }) => name);
  const prices = new PricesSheet(freeSheetName("Prices", taken), today);
  const index = indexBook(book);
  const cells: CellChange[] = [];
  const records: FormulaRecord[] = [];
  const functions = new Set<string>();
  const total = Math.max(
    book.sheets.reduce((sum, sheet) => sum + formulasIn(sheet), 0),
    1,
  );
  let done = 0;
  for (const sheet of book.sheets) {
    for (const cell of sheet.cells) {
      const { formula } = cell;
      if (formula === undefined) continue;
      if (++done % STRIDE === 0) yield done / total;
      const rewritten = rewrite(formula, bookAround(index, prices, sheet, cell));
      if (rewritten.kind === "unchanged") continue;
      cells.push(...changesOf(sheet.name, cell, rewritten));
      records.push(recordOf(sheet.name, cell, formula, rewritten));
      for (const id of rewritten.functions) functions.add(id);
    }
  }
  const others = shareOthers(book, index, prices);
  for (const id of others.functions) functions.add(id);
  return {
    changes: { cells, names: others.names, others: others.others },
    records: [...records, ...others.records],
    left: others.left,
    prices: prices.plan(),
    functions: [...functions].sort(),
  };
}
