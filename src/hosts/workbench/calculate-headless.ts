import {
  CellValueType,
  type ICellData,
  IUniverInstanceService,
  type IWorksheetData,
  LocaleType,
  LogLevel,
  mergeWorksheetSnapshotWithDefault,
  Univer,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import {
  FormulaCalculationSessionController,
  FormulaCalculationSessionService,
  TriggerCalculationController,
  UniverSheetsFormulaPlugin,
} from "@univerjs/sheets-formula";
import type { Calculate, InputSheet } from "../../workbook/share/verify-changes";
import { keepFormulasByText } from "./formulas-by-text";
import { univerCell } from "./univer-cell";

/** References beyond a sheet's last row or column are errors, so sheets are made roomy. */
const SPARE = 20;

const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|CYCLE!|ERROR!)$/;

function snapshot({ name, cells }: InputSheet, id: string): IWorksheetData {
  const data: Record<number, Record<number, ICellData>> = {};
  let [rows, columns] = [0, 0];
  for (const { row, column, content } of cells) {
    (data[row] ??= {})[column] = univerCell(content);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return mergeWorksheetSnapshotWithDefault({
    id,
    name,
    cellData: data,
    rowCount: rows + SPARE,
    columnCount: columns + SPARE,
  });
}

/** Calculates sheets by Univer without a screen and without our functions, as an ordinary spreadsheet program. */
export const calculateHeadless: Calculate = async (sheets) => {
  keepFormulasByText();
  const program = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  program.registerPlugin(UniverFormulaEnginePlugin);
  program.registerPlugin(UniverSheetsPlugin);
  program.registerPlugin(UniverSheetsFormulaPlugin);
  const snapshots = sheets.map((sheet, i) => snapshot(sheet, `sheet${i}`));
  program.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: "book",
    sheetOrder: snapshots.map(({ id }) => id),
    sheets: Object.fromEntries(snapshots.map((each) => [each.id, each])),
  });
  // Not through the facade: beside the spreadsheet of the workbench it asks for what draws that one.
  const injector = program.__getInjector();
  try {
    // In a browser Univer calculates nothing before it has drawn, which it never does here.
    injector.get(FormulaCalculationSessionController);
    injector.get(TriggerCalculationController);
    await injector.get(FormulaCalculationSessionService).waitForLatestApplied();
    const book = injector.get(IUniverInstanceService).getUnit<Workbook>("book");
    const values = new Map(
      sheets.map(({ name, cells }) => {
        const grid = book?.getSheetBySheetName(name);
        const line = new Map(
          cells.map(({ row, column }) => [`${row},${column}`, grid?.getCellRaw(row, column)]),
        );
        return [name.toLowerCase(), line];
      }),
    );
    return ({ sheet, row, column }) => {
      const cell = values.get(sheet.toLowerCase())?.get(`${row},${column}`);
      const value = cell?.v;
      // Where IF gives an empty cell every other program shows 0, Univer nothing.
      if (value === null || value === undefined) return { value: 0 };
      if (cell?.t === CellValueType.BOOLEAN) return { value: value === 1 || value === true };
      return typeof value === "string" && ERROR.test(value)
        ? { value: null, error: value }
        : { value };
    };
  } finally {
    program.dispose();
  }
};
