import { ICommandService, type Injector, mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { InsertSheetMutation } from "@univerjs/sheets";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { checkSheetNames } from "../../workbook/check-sheet-names";
import { type Host, HostError, type Run } from "../../workbook/host";
import { missingSheet } from "../../workbook/missing-sheet";
import type { Plan, SheetPlan } from "../../workbook/plan";
import { changeBook } from "./book/change-book";
import { readBook } from "./book/read-book";
import { breathe } from "./breathe";
import { cellValue } from "./cell-value";
import { keptProperties } from "./kept-properties";
import { removeSheets, takeAway } from "./remove-sheets";
import { addRules } from "./sheet-rules";
import { sheetSnapshot } from "./sheet-snapshot";

/** The name of the host, shown in the pane. */
const NAME = "Preview without Excel";

/** Builds in the spreadsheet of the preview, whose first workbook is the active one. */
export function createWorkbenchHost(api: FUniver, injector: Injector): Host {
  const commands = injector.get(ICommandService);
  let sheetsMade = 0;

  function workbook(): FWorkbook {
    const active = api.getActiveWorkbook();
    if (!active) throw new HostError("There is no workbook open", "no active workbook");
    return active;
  }

  function sheetNamed(name: string): FWorksheet {
    const sheet = workbook().getSheetByName(name);
    if (!sheet) throw missingSheet(name);
    return sheet;
  }

  const names = () =>
    workbook()
      .getSheets()
      .map((sheet) => sheet.getSheetName());

  const calculated = () => api.getFormula().onCalculationResultApplied();

  /** Mutations, unlike commands, stay out of the undo history: what is taken back cannot come again. */
  function insert(unitId: string, id: string, sheet: SheetPlan): void {
    commands.syncExecuteCommand(InsertSheetMutation.id, {
      unitId,
      index: workbook().getSheets().length,
      sheet: mergeWorksheetSnapshotWithDefault(sheetSnapshot(id, sheet)),
    });
  }

  async function apply(plan: Plan, run: Run): Promise<void> {
    run.signal.throwIfAborted();
    checkSheetNames(plan, names());
    const book = workbook();
    const unitId = book.getId();
    const steps = plan.sheets.length + 1;
    const added: { readonly subUnitId: string; readonly sheet: SheetPlan }[] = [];
    try {
      for (const [i, sheet] of plan.sheets.entries()) {
        const id = `${unitId}-${Date.now().toString(36)}-${sheetsMade++}`;
        added.push({ subUnitId: id, sheet });
        insert(unitId, id, sheet);
        run.onProgress(`Building ${sheet.name}`, (i + 1) / steps);
        await breathe();
        run.signal.throwIfAborted();
      }
      for (const { subUnitId, sheet } of added) addRules(injector, { unitId, subUnitId }, sheet);
      await calculated();
      run.signal.throwIfAborted();
      run.onProgress("Done", 1);
      book.setActiveSheet(sheetNamed(plan.show));
    } catch (error) {
      for (const { subUnitId } of added.reverse()) takeAway(injector, { unitId, subUnitId });
      if (run.signal.aborted || error instanceof HostError) throw error;
      throw new HostError(
        "The sheets could not be built; nothing was changed.",
        error instanceof Error ? (error.stack ?? error.message) : String(error),
        { cause: error },
      );
    }
  }

  return {
    name: NAME,
    sheetNames: async () => names(),
    apply,
    read: async (name, address) => {
      const sheet = sheetNamed(name);
      const { startRow, endRow, startColumn, endColumn } = sheet.getRange(address).getRange();
      const spilled = injector.get(FormulaDataModel).getArrayFormulaCellData()[
        workbook().getId()
      ]?.[sheet.getSheetId()];
      return Array.from({ length: endRow - startRow + 1 }, (_, i) =>
        Array.from({ length: endColumn - startColumn + 1 }, (_unused, j) => {
          const [row, column] = [startRow + i, startColumn + j];
          const own = sheet.getSheet().getCellRaw(row, column);
          return cellValue(own?.v === undefined ? spilled?.[row]?.[column] : own);
        }),
      );
    },
    insertFormula: async (formula) => {
      const cell = workbook().getActiveCell();
      if (!cell) throw new HostError("Select a cell first", "no active cell");
      cell.setFormula(formula);
      await calculated();
      return cell.getA1Notation();
    },
    keptProperties: async () => keptProperties(workbook()),
    remove: async (sheets) => {
      removeSheets(workbook(), injector, sheets);
      await calculated();
    },
    show: async (name, address) => {
      const sheet = sheetNamed(name);
      if (sheet.isSheetHidden()) sheet.showSheet();
      workbook().setActiveSheet(sheet);
      if (address !== undefined) sheet.getRange(address).activate();
    },
    readBook: async (run) => readBook(workbook(), injector, run),
    changeBook: async (changes, run) => {
      await changeBook(workbook(), injector, changes, run, calculated);
    },
  };
}
