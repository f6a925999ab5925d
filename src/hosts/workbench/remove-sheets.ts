import { ICommandService, type Injector, IUndoRedoService } from "@univerjs/core";
import { RemoveSheetCommand } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { sheetsToRemove } from "../../workbook/check-removal";
import { HostError } from "../../workbook/host";

/**
 * Takes sheets away with their rules; formulas elsewhere that pointed to them become #REF!. As in
 * Excel, nothing can be undone afterwards: it could bring a sheet back.
 *
 * @throws HostError if a sheet does not exist, or if none that can be seen would be left
 */
export function removeSheets(book: FWorkbook, injector: Injector, names: readonly string[]): void {
  const existing = book.getSheets().map((sheet) => ({
    name: sheet.getSheetName(),
    isVisible: !sheet.isSheetHidden(),
    subUnitId: sheet.getSheetId(),
  }));
  const commands = injector.get(ICommandService);
  const unitId = book.getId();
  for (const { subUnitId, name } of sheetsToRemove(names, existing)) {
    if (!commands.syncExecuteCommand(RemoveSheetCommand.id, { unitId, subUnitId })) {
      throw new HostError(`${name} could not be removed.`, `${RemoveSheetCommand.id} was refused`);
    }
  }
  injector.get(IUndoRedoService).clearUndoRedo(unitId);
}
