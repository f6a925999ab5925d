import type { FormulaStyle } from "../../workbook/formula-style";
import { createModel } from "../../workbook/model";
import type { Plan } from "../../workbook/plan";
import type { SheetDescription } from "../../workbook/sheet-blocks";
import { freeSheetName } from "../../workbook/sheet-name";
import { planWorkbook } from "../../workbook/workbook-plan";

/**
 * The plan of a sheet that stands on its own, such as Reconciliation, Budget vs actual or Tariff
 * backtest, with a name that no sheet has yet.
 *
 * @param taken the names of the sheets that the workbook has already
 * @param style ordinary Excel formulas, or calls of the add-in's functions where there is one
 */
export function planAnalysis(
  sheet: SheetDescription,
  taken: readonly string[],
  style: FormulaStyle = "native",
): Plan {
  const names = new Map([[sheet.id, freeSheetName(sheet.name, taken)]]);
  return planWorkbook(createModel([sheet]), names, style, sheet.id);
}
