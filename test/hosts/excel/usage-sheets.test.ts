import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { cellAddress } from "../../../src/workbook/address";
import type { CellValue } from "../../../src/workbook/host";
import { describeUsageSheets, type FoundCell } from "../usage-sheets";
import { FakeExcel } from "./fake/fake-excel";
import { noPause, quietRun } from "./plans";

function shown(value: unknown): CellValue {
  return typeof value === "number" || typeof value === "boolean" ? value : String(value ?? "");
}

describeUsageSheets("Excel", async (plan) => {
  const excel = new FakeExcel();
  const { worksheets } = excel.workbook;
  await createExcelHost(noPause).apply(plan, quietRun());
  return {
    sheetNames: async () => worksheets.items.map(({ name }) => name),
    cells: async (name) => {
      const used = worksheets.getItem(name).getUsedRangeOrNullObject();
      const { formulas = [], values = [], area } = used ?? {};
      const found = new Map<string, FoundCell>();
      for (const [i, line] of formulas.entries()) {
        for (const [j, content] of line.entries()) {
          if (!area || content === "") continue;
          const value = values[i]?.[j];
          // A text that begins like a formula is its own value.
          const isFormula = String(content).startsWith("=") && value !== content;
          const address = cellAddress(area.row + i, area.column + j);
          found.set(address, { formula: isFormula ? String(content) : "", value: shown(value) });
        }
      }
      return found;
    },
    parts: async (name) => {
      const { tables, charts, conditionalFormats } = worksheets.getItem(name);
      const areasOf = (type: string) =>
        new Set(
          conditionalFormats
            .filter((format) => format.look("type") === type)
            .map(({ range }) => range.address),
        ).size;
      return {
        tables: tables.items.length,
        charts: charts.items.length,
        dataBars: areasOf("DataBar"),
        verdicts: areasOf("Custom"),
      };
    },
    givesValues: false,
    dispose: () => {
      excel.check();
    },
  };
});
