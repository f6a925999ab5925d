import { readXlsx } from "hucre/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { writeXlsx } from "../../../src/hosts/file/write-xlsx";
import { readWorkbook } from "../../engines/xlsx";
import { describeUsageSheets, type FoundCell } from "../usage-sheets";

describeUsageSheets("a file", async (plan) => {
  const bytes = await writeXlsx(plan, { title: "Usage", at: new Date(Date.UTC(2026, 10, 25)) });
  const sheets = await readWorkbook(bytes);
  const { sheets: written } = await readXlsx(bytes);
  const parts = unzipSync(bytes);
  const xmlOf = (name: string) => {
    const place = sheets.findIndex((sheet) => sheet.name === name);
    return strFromU8(parts[`xl/worksheets/sheet${place + 1}.xml`] ?? new Uint8Array());
  };
  return {
    sheetNames: async () => sheets.map(({ name }) => name),
    cells: async (name) => {
      const cells = sheets.find((sheet) => sheet.name === name)?.cells ?? new Map();
      return new Map(
        [...cells].map(([address, content]): [string, FoundCell] => {
          if (typeof content !== "object") return [address, { formula: "", value: content }];
          const { formula, value = null } = content;
          const shown = typeof value === "object" && value !== null ? value.error : value;
          return [address, { formula, value: shown }];
        }),
      );
    },
    parts: async (name) => {
      const areasOf = (type: string) =>
        new Set(
          [
            ...xmlOf(name).matchAll(
              new RegExp(`<conditionalFormatting sqref="([^"]+)"><cfRule type="${type}"`, "g"),
            ),
          ].map(([, range]) => range),
        ).size;
      return {
        tables: written.find((sheet) => sheet.name === name)?.tables?.length ?? 0,
        charts: written.find((sheet) => sheet.name === name)?.charts?.length ?? 0,
        dataBars: areasOf("dataBar"),
        verdicts: areasOf("cellIs"),
      };
    },
    givesValues: true,
    dispose: () => undefined,
  };
});
