import type { CellValue, Host } from "../../workbook/host";
import { HostError } from "../../workbook/host";
import { afterSharing } from "./after-sharing";
import { changeBook } from "./book/change-book";
import { readBook } from "./book/read-book";
import { buildSheets } from "./build-sheets";
import { existingSheet } from "./existing-sheet";
import { inExcel } from "./in-excel";
import type { Pause } from "./insist";
import { keptProperties } from "./kept-properties";
import { removeSheets } from "./remove-sheets";
import { showSheet } from "./show-sheet";

const TEXT_FORMAT = "@";

const sleep: Pause = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function sheetNames(): Promise<readonly string[]> {
  return inExcel("The sheets could not be listed", async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });
}

function cellValue(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") {
    return value;
  }
  return null;
}

async function read(sheetName: string, address: string): Promise<CellValue[][]> {
  return inExcel(`${address} on ${sheetName} could not be read`, async (context) => {
    const sheet = await existingSheet(context, sheetName);
    const range = sheet.getRange(address).untrack();
    range.load("values");
    await context.sync();
    // Beyond five million cells Excel gives null in place of an error.
    const values: unknown[][] | null = range.values;
    if (!values) throw new HostError(`${address} is more than Excel hands out.`, "values is null");
    return values.map((row) => row.map(cellValue));
  });
}

/** The part of an address behind the sheet's name. */
function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}

async function insertFormula(formula: string): Promise<string> {
  return inExcel("The formula could not be inserted", async (context) => {
    const cell = context.workbook.getActiveCell().untrack();
    cell.formulas = [[formula]];
    cell.load("address,numberFormat,worksheet/id");
    await context.sync();
    const address = withoutSheet(cell.address);
    if (cell.numberFormat[0]?.[0] === TEXT_FORMAT) {
      // A text cell shows formulas as text. Meanwhile another cell may be the active one.
      const sheet = context.workbook.worksheets.getItem(cell.worksheet.id);
      const same = sheet.getRange(address).untrack();
      same.numberFormat = [["General"]];
      same.formulas = [[formula]];
      await context.sync();
    }
    return address;
  });
}

/** Excel, through Office.js. */
export function createExcelHost(pause: Pause = sleep): Host {
  return {
    name: "Excel",
    sheetNames,
    apply: (plan, run) => buildSheets(plan, run, pause),
    read,
    insertFormula,
    keptProperties,
    remove: (sheets) => removeSheets(sheets, pause),
    show: showSheet,
    readBook,
    changeBook: (changes, run) => changeBook(changes, run, pause),
    afterSharing,
  };
}
