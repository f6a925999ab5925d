import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { cellAddress } from "../../../src/workbook/address";
import { describeHost } from "../contract";
import { FakeExcel } from "./fake/fake-excel";

const noPause = () => Promise.resolve();

describeHost("Excel", async () => {
  const excel = new FakeExcel();
  return {
    host: createExcelHost(noPause),
    select: async (sheet, address) => {
      excel.workbook.select(sheet, address);
    },
    selected: async () => {
      const { sheet, row, column } = excel.workbook.active;
      return `${sheet.name}!${cellAddress(row, column)}`;
    },
    hide: async (sheet) => {
      excel.workbook.worksheets.getItem(sheet).visibility = "Hidden";
    },
    formulaAt: async (sheet, address) => {
      const formula = excel.workbook.worksheets.getItem(sheet).getRange(address).formulas[0]?.[0];
      return typeof formula === "string" ? formula : "";
    },
    calculates: false,
    dispose: () => {
      excel.check();
    },
  };
});
