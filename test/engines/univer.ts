import {
  CellValueType,
  ICommandService,
  type ICellData,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import { InsertSheetMutation } from "@univerjs/sheets";
import { univerCell } from "../../src/hosts/workbench/univer-cell";
import { headlessWorkbook } from "../hosts/workbench/headless";
import { type Calculated, cellPosition, type CellValue, type Engine, type Sheet } from "./cells";

/** References beyond a sheet's last row or column are errors, so sheets are made roomy. */
const SPARE = 20;

const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/;

function snapshot({ name, cells }: Sheet) {
  const cellData: Record<number, Record<number, ICellData>> = {};
  let [rows, columns] = [0, 0];
  for (const [address, content] of cells) {
    const { row, column } = cellPosition(address);
    (cellData[row] ??= {})[column] = univerCell(content);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return mergeWorksheetSnapshotWithDefault({
    id: name,
    name,
    cellData,
    rowCount: rows + SPARE,
    columnCount: columns + SPARE,
  });
}

/** What a cell shows; Univer keeps errors as text, so a text that reads like one counts as one. */
function shownValue({ v, t }: ICellData): CellValue | undefined {
  if (v === null || v === undefined) return undefined;
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true;
  return typeof v === "string" && ERROR.test(v) ? { error: v } : v;
}

/** Calculates sheets with Univer without a screen, which gets custom functions as given. */
export async function calculateWithUniver(
  sheets: readonly Sheet[],
  ...functions: Parameters<typeof headlessWorkbook>
): Promise<Calculated> {
  const { univer: program, api, injector } = headlessWorkbook(...functions);
  try {
    const book = api.getActiveWorkbook();
    if (!book) throw new Error("no workbook");
    const commands = injector.get(ICommandService);
    for (const [i, sheet] of sheets.entries()) {
      commands.syncExecuteCommand(InsertSheetMutation.id, {
        unitId: book.getId(),
        index: i + 1,
        sheet: snapshot(sheet),
      });
    }
    await api.getFormula().onCalculationResultApplied();
    return new Map(
      sheets.map(({ name, cells }) => {
        const grid = book.getSheetByName(name)?.getSheet();
        const values = new Map<string, CellValue>();
        for (const address of cells.keys()) {
          const { row, column } = cellPosition(address);
          const value = shownValue(grid?.getCellRaw(row, column) ?? {});
          // Where IF gives an empty cell every other program shows 0, Univer nothing.
          values.set(address, value ?? 0);
        }
        return [name, values];
      }),
    );
  } finally {
    program.dispose();
  }
}

/** Univer without custom functions, as an ordinary spreadsheet program. */
export const univer: Engine = (sheets) => calculateWithUniver(sheets);
