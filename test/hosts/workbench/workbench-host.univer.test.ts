import { DataValidationModel } from "@univerjs/data-validation";
import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import { areaAddress } from "../../../src/workbook/address";
import { describeHost, livePart } from "../live-contract";
import { headlessWorkbook } from "./headless";

describeHost("the workbench", async () => {
  const { univer, api, injector } = headlessWorkbook();
  const book = api.getActiveWorkbook();
  if (!book) throw new Error("no workbook");
  const sheetNamed = (name: string) => {
    const found = book.getSheetByName(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    ...livePart(createWorkbenchHost(api, injector)),
    select: async (sheet, address) => {
      sheetNamed(sheet).getRange(address).activate();
    },
    selected: async () =>
      `${book.getActiveSheet().getSheetName()}!${book.getActiveCell()?.getA1Notation()}`,
    hide: async (sheet) => {
      sheetNamed(sheet).hideSheet();
    },
    sheetShown: async () => book.getActiveSheet().getSheetName(),
    formulaAt: async (sheet, address) => sheetNamed(sheet).getRange(address).getFormula(),
    lookOf: async (sheet, address) => {
      const look = sheetNamed(sheet).getRange(address).getCellStyleData();
      return {
        bold: look?.bl === 1,
        color: look?.cl?.rgb ?? "",
        fill: look?.bg?.rgb ?? undefined,
        numberFormat: look?.n?.pattern ?? "",
      };
    },
    frozen: async (sheet) => {
      const { ySplit, xSplit } = sheetNamed(sheet).getFreeze();
      return { rows: ySplit, columns: xSplit };
    },
    names: async () =>
      Object.fromEntries(
        book.getDefinedNames().map((name) => [name.getName(), name.getFormulaOrRefString()]),
      ),
    inputChecks: async (sheet) =>
      injector
        .get(DataValidationModel)
        .getRules(book.getId(), sheetNamed(sheet).getSheetId())
        .map(({ ranges: [range], type, operator, formula1, formula2, error = "" }) => ({
          range: range
            ? areaAddress({
                row: range.startRow,
                column: range.startColumn,
                rows: range.endRow - range.startRow + 1,
                columns: range.endColumn - range.startColumn + 1,
              })
            : "",
          type,
          operator,
          formulas: [formula1, formula2].flatMap((formula) => formula?.replace(/^=/, "") ?? []),
          message: error,
        })),
    givesValues: true,
    givesNames: false,
    dispose: () => {
      univer.dispose();
    },
  };
});
