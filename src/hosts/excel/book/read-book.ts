import type { Run } from "../../../workbook/host";
import type { Book, BookCell, BookSheet, OtherFormula } from "../../../workbook/share/book";
import { findCalls } from "../../../workbook/share/own-calls";
import { inExcel } from "../in-excel";
import { isBlank } from "./cell-state";
import { findRules, type FoundRule, formulasIn } from "./find-rules";
import { type ListedSheet, listSheets } from "./listed-sheets";
import { readAreas } from "./read-areas";
import { findSpills, mayFillSeveral } from "./spilled-areas";

const FAILURE = "The workbook could not be read";

/** Columns of a sheet: cells are kept by row times this plus column. */
const COLUMNS = 16_384;

function keyOf(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** The cells of a sheet that are not empty, by their keys. */
type Cells = Map<number, BookCell>;

function bookCell(
  row: number,
  column: number,
  { value, error, formula }: Pick<BookCell, "value" | "error" | "formula">,
): BookCell {
  return {
    row,
    column,
    value,
    ...(error !== undefined && { error }),
    ...(formula !== undefined && { formula }),
  };
}

/** Whether the next cell may be filled by a formula: Excel may tell the formula there too. */
function isFilled(next: BookCell | undefined, formula: string): boolean {
  return next !== undefined && (next.formula === undefined || next.formula === formula);
}

/** Cells whose formulas may fill others. Ours give blanks too, which no one can tell from empty cells. */
function candidatesIn(sheet: string, cells: Cells) {
  return [...cells.values()].flatMap(({ row, column, formula }) => {
    if (formula === undefined) return [];
    const mayFill =
      isFilled(cells.get(keyOf(row, column + 1)), formula) ||
      isFilled(cells.get(keyOf(row + 1, column)), formula) ||
      findCalls(formula).length > 0;
    return mayFill && mayFillSeveral(formula) ? [{ sheet, row, column }] : [];
  });
}

/** Notes what a formula fills; the cells that it fills have no formula of their own. */
function noteSpill(cells: Cells, anchor: BookCell, rows: number, columns: number): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const key = keyOf(anchor.row + i, anchor.column + j);
      const filled = cells.get(key);
      if (!filled || filled === anchor) continue;
      const { row, column, value, error } = filled;
      cells.set(key, bookCell(row, column, { value, ...(error !== undefined && { error }) }));
    }
  }
  cells.set(keyOf(anchor.row, anchor.column), {
    ...anchor,
    fills: { rows, columns },
    kind: "dynamic",
  });
}

async function readCells(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  advance: (phase: string, done: number) => void,
): Promise<ReadonlyMap<string, Cells>> {
  const areas = sheets.flatMap(({ name, used }) => (used ? [{ sheet: name, area: used }] : []));
  const total = areas.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  const bySheet = new Map<string, Cells>(sheets.map(({ name }) => [name, new Map()]));
  let done = 0;
  await readAreas(context, areas, ({ sheet, area }, states) => {
    const cells = bySheet.get(sheet);
    for (const [i, line] of states.entries()) {
      for (const [j, state] of line.entries()) {
        if (isBlank(state)) continue;
        const [row, column] = [area.row + i, area.column + j];
        cells?.set(keyOf(row, column), bookCell(row, column, state));
      }
    }
    done += area.rows * area.columns;
    advance(`Reading ${sheet}`, done / total);
  });
  const candidates = [...bySheet].flatMap(([sheet, cells]) => candidatesIn(sheet, cells));
  await findSpills(context, candidates, ({ sheet, row, column }, fills) => {
    const cells = bySheet.get(sheet);
    const anchor = cells?.get(keyOf(row, column));
    if (cells && anchor) noteSpill(cells, anchor, fills.rows, fills.columns);
  });
  return bySheet;
}

function othersOf(rule: FoundRule): OtherFormula[] {
  const { where, sheet, at } = rule;
  const formulas = rule.where === "validation" ? formulasIn(rule.rule) : [rule.formula];
  return formulas.map((formula) => ({ sheet, where, at, formula }));
}

function bookSheet(
  { name, visibility, isProtected, tables }: ListedSheet,
  cells: Cells | undefined,
): BookSheet {
  const inOrder = [...(cells?.values() ?? [])].sort((a, b) => a.row - b.row || a.column - b.column);
  return { name, visibility, isProtected, tables, cells: inOrder };
}

async function read(context: Excel.RequestContext, run: Run): Promise<Book> {
  const advance = (phase: string, done: number) => {
    run.onProgress(phase, done);
    run.signal.throwIfAborted();
  };
  advance("Listing sheets", 0);
  const { sheets, names } = await listSheets(context);
  const cells = await readCells(context, sheets, (phase, done) => {
    advance(phase, 0.05 + 0.85 * done);
  });
  advance("Reading rules", 0.9);
  const rules = await findRules(
    context,
    sheets.map(({ name }) => name),
  );
  advance("Done", 1);
  return {
    sheets: sheets.map((sheet) => bookSheet(sheet, cells.get(sheet.name))),
    names: [...names, ...sheets.flatMap((sheet) => sheet.names)],
    others: rules.flatMap(othersOf),
  };
}

/**
 * The workbook that is open in Excel, as far as its formulas go. Left out is what Excel's interface
 * does not tell: the formula that new rows of a table get (that of the rows there are is read), and
 * formulas of rules that are of no formula's own kind. Charts show ranges and names, which are read.
 *
 * @throws HostError in words for the user; DOMException "AbortError" after Cancel
 */
export async function readBook(run: Run): Promise<Book> {
  run.signal.throwIfAborted();
  try {
    return await inExcel(FAILURE, (context) => read(context, run));
  } catch (error) {
    run.signal.throwIfAborted();
    throw error;
  }
}
