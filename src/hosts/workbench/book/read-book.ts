import type { Injector } from "@univerjs/core";
import { WorksheetProtectionRuleModel } from "@univerjs/sheets";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { Run } from "../../../workbook/host";
import type { Book, BookSheet, OtherFormula } from "../../../workbook/share/book";
import { breathe } from "../breathe";
import { nameFormulas } from "./book-names";
import { ruleFormulas } from "./book-rules";
import { readCells } from "./read-cells";

/** Whether a sheet's cells cannot be changed. */
export function isProtected(injector: Injector, unitId: string, subUnitId: string): boolean {
  return Boolean(injector.get(WorksheetProtectionRuleModel).getRule(unitId, subUnitId));
}

/**
 * The workbook that is open, as far as its formulas go. It has neither tables nor charts.
 *
 * @throws DOMException "AbortError" after Cancel
 */
export async function readBook(book: FWorkbook, injector: Injector, run: Run): Promise<Book> {
  run.signal.throwIfAborted();
  const unitId = book.getId();
  const all: readonly FWorksheet[] = book.getSheets();
  const sheets: BookSheet[] = [];
  const others: OtherFormula[] = [];
  for (const [i, sheet] of all.entries()) {
    const name = sheet.getSheetName();
    run.onProgress(`Reading ${name}`, i / all.length);
    await breathe();
    run.signal.throwIfAborted();
    const ids = { unitId, subUnitId: sheet.getSheetId() };
    sheets.push({
      name,
      visibility: sheet.isSheetHidden() ? "hidden" : "visible",
      isProtected: isProtected(injector, unitId, ids.subUnitId),
      cells: readCells(sheet, injector, ids),
      tables: [],
    });
    for (const { where, at, formula } of ruleFormulas(injector, ids)) {
      others.push({ sheet: name, where, at, formula });
    }
  }
  const names = nameFormulas(book, injector).map(({ name, sheet, formula }) => ({
    name,
    ...(sheet !== undefined && { sheet }),
    formula,
  }));
  run.onProgress("Done", 1);
  return { sheets, names, others };
}
