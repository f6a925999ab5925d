import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import { cellAddress } from "../../../src/workbook/address";
import { describeUsageSheets, type FoundCell } from "../usage-sheets";
import { headlessWorkbook } from "./headless";

describeUsageSheets("the workbench", async (plan) => {
  const { univer, api, injector } = headlessWorkbook();
  const host = createWorkbenchHost(api, injector);
  await host.apply(plan, { signal: new AbortController().signal, onProgress: () => undefined });
  const sheetNamed = (name: string) => {
    const found = api.getActiveWorkbook()?.getSheetByName(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    sheetNames: host.sheetNames,
    cells: async (name) => {
      const range = sheetNamed(name).getDataRange();
      const values = await host.read(name, range.getA1Notation());
      const found = new Map<string, FoundCell>();
      for (const [i, line] of range.getFormulas().entries()) {
        for (const [j, formula] of line.entries()) {
          const value = values[i]?.[j] ?? null;
          if (formula === "" && value === null) continue;
          found.set(cellAddress(range.getRow() + i, range.getColumn() + j), { formula, value });
        }
      }
      return found;
    },
    parts: async (name) => {
      const rules = injector
        .get(ConditionalFormattingRuleModel)
        .getSubunitRules("book", sheetNamed(name).getSheetId());
      const areasOf = (type: string) =>
        new Set(
          (rules ?? [])
            .filter(({ rule }) => rule.type === type)
            .map(({ ranges }) => JSON.stringify(ranges)),
        ).size;
      return {
        // The pane draws the charts of the workbench, and its cells are no table.
        tables: undefined,
        charts: undefined,
        dataBars: areasOf("dataBar"),
        verdicts: areasOf("highlightCell"),
      };
    },
    givesValues: true,
    dispose: () => {
      univer.dispose();
    },
  };
});
