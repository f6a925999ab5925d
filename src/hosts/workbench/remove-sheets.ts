import { ICommandService, type Injector, IUndoRedoService } from "@univerjs/core";
import { RemoveSheetMutation } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { sheetsToRemove } from "../../workbook/check-removal";
import { loseReferences } from "./lost-references";
import { removeRules, type SheetIds } from "./sheet-rules";

/** Takes a sheet and its rules away, past the undo history: what is taken away cannot come again. */
export function takeAway(injector: Injector, ids: SheetIds): void {
  removeRules(injector, ids);
  injector.get(ICommandService).syncExecuteCommand(RemoveSheetMutation.id, ids);
}

/**
 * Removes sheets with their rules; formulas elsewhere that pointed to them become #REF!. As in
 * Excel, what was done before cannot be undone any more: that could bring a sheet back.
 *
 * @throws HostError if a sheet does not exist, or if none that can be seen would be left
 */
export function removeSheets(book: FWorkbook, injector: Injector, names: readonly string[]): void {
  const unitId = book.getId();
  const removed = sheetsToRemove(
    names,
    book.getSheets().map((sheet) => ({
      name: sheet.getSheetName(),
      isVisible: !sheet.isSheetHidden(),
      subUnitId: sheet.getSheetId(),
    })),
  );
  for (const { subUnitId } of removed) takeAway(injector, { unitId, subUnitId });
  loseReferences(
    injector,
    unitId,
    removed.map(({ name }) => name),
  );
  injector.get(IUndoRedoService).clearUndoRedo(unitId);
}
