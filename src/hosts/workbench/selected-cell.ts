import {
  ICommandService,
  type Injector,
  type IRange,
  ObjectMatrix,
  Rectangle,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { FRange } from "@univerjs/sheets/facade";
import type { CellPlace } from "./error-messages";
import type { Spreadsheet } from "./create-spreadsheet";

/** The selected cell in words: what a spreadsheet drawn on a canvas cannot tell a screen reader. */
export interface SelectedCell {
  /** Such as "B4". */
  readonly address: string;
  /** What the cell shows. */
  readonly shown: string;
  /** Why it shows an error, where the function said so. */
  readonly message?: string;
}

/** The cell whose formula gives the value of a cell: another one where it is spilled. */
function anchorOf(place: CellPlace, unitId: string, injector: Injector): CellPlace {
  const spills = injector.get(FormulaDataModel).getArrayFormulaRange()[unitId]?.[place.sheetId];
  const cell = {
    startRow: place.row,
    endRow: place.row,
    startColumn: place.column,
    endColumn: place.column,
  };
  let anchor = place;
  new ObjectMatrix<IRange>(spills).forValue((row, column, range) => {
    if (Rectangle.contains(range, cell)) anchor = { ...place, row, column };
  });
  return anchor;
}

function describe(cell: FRange, { injector, messages }: Spreadsheet): SelectedCell {
  const address = cell.getA1Notation();
  const shown = cell.getDisplayValue();
  const place = { sheetId: cell.getSheetId(), row: cell.getRow(), column: cell.getColumn() };
  const anchor = anchorOf(place, cell.getUnitId(), injector);
  const formula = injector
    .get(FormulaDataModel)
    .getFormulaStringByCell(anchor.row, anchor.column, anchor.sheetId, cell.getUnitId());
  const message = shown.startsWith("#") ? messages.at(place, anchor, formula ?? "") : undefined;
  return { address, shown, ...(message !== undefined && { message }) };
}

function activeCell(api: FUniver): FRange | undefined {
  return api.getActiveWorkbook()?.getActiveCell() ?? undefined;
}

/** Tells of the selected cell now and whenever it or what it shows may have changed. */
export function watchSelectedCell(
  spreadsheet: Spreadsheet,
  onChange: (cell: SelectedCell) => void,
): void {
  let isDue = false;
  const tell = () => {
    isDue = false;
    const cell = activeCell(spreadsheet.api);
    if (cell) onChange(describe(cell, spreadsheet));
  };
  const tellSoon = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(tell);
  };
  // Selecting, editing, undoing and working out are all commands to the spreadsheet.
  spreadsheet.injector.get(ICommandService).onCommandExecuted(tellSoon);
  tellSoon();
}
