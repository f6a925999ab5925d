import type { Area } from "../../../workbook/plan";
import type { BookName, BookSheet, BookTable } from "../../../workbook/share/book";

/** A sheet as far as it can be told without looking into its cells. */
export interface ListedSheet extends Omit<BookSheet, "cells"> {
  /** The cells that may hold something; undefined where all are empty. */
  readonly used: Area | undefined;
  readonly names: readonly BookName[];
}

/** Beyond this, formats alone make a sheet look large. */
const MOST_CELLS = 2_000_000;

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

export function areaOf(range: Excel.Range): Area {
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  return { row, column, rows, columns };
}

/** The cells in use, whether they are only formatted or not: a text without a character counts too. */
function usedArea(all: Excel.Range, filled: Excel.Range): Area | undefined {
  if (all.isNullObject) return undefined;
  if (all.rowCount * all.columnCount <= MOST_CELLS) return areaOf(all);
  return filled.isNullObject ? undefined : areaOf(filled);
}

function namesOf({ items }: Excel.NamedItemCollection, sheet?: string): BookName[] {
  return items.flatMap(({ name, formula, scope }: Excel.NamedItem) =>
    scope === (sheet === undefined ? "Workbook" : "Worksheet")
      ? [{ name, ...(sheet !== undefined && { sheet }), formula: String(formula) }]
      : [],
  );
}

async function tablesOf(
  context: Excel.RequestContext,
  tables: readonly Excel.Table[],
): Promise<BookTable[]> {
  const asked = tables.map((table) => {
    const range = table.getRange().untrack();
    range.load(PLACE);
    table.columns.load("items/name");
    return { table, range };
  });
  await context.sync();
  return asked.map(({ table: { name, columns, showTotals }, range }) => ({
    name,
    row: range.rowIndex,
    column: range.columnIndex,
    rows: range.rowCount,
    columns: columns.items.map((column) => column.name),
    hasTotals: showTotals,
  }));
}

/** All sheets, hidden ones too, and the names of the whole workbook: three round trips. */
export async function listSheets(
  context: Excel.RequestContext,
): Promise<{ readonly sheets: readonly ListedSheet[]; readonly names: readonly BookName[] }> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/name,items/visibility");
  names.load("items/name,items/formula,items/scope");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const all = sheet.getUsedRangeOrNullObject().untrack();
    const filled = sheet.getUsedRangeOrNullObject(true).untrack();
    all.load(PLACE);
    filled.load(PLACE);
    sheet.protection.load("protected");
    sheet.tables.load("items/name,items/showTotals");
    sheet.names.load("items/name,items/formula,items/scope");
    return { sheet, all, filled };
  });
  await context.sync();
  const tables = await tablesOf(
    context,
    asked.flatMap(({ sheet }) => sheet.tables.items),
  );
  let next = 0;
  const sheets = asked.map(({ sheet, all, filled }) => ({
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    isProtected: sheet.protection.protected,
    used: usedArea(all, filled),
    tables: tables.slice(next, (next += sheet.tables.items.length)),
    names: namesOf(sheet.names, sheet.name),
  }));
  return { sheets, names: namesOf(names) };
}
