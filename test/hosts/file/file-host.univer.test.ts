import { writeXlsx } from "../../../src/hosts/file/write-xlsx";
import { describeBuilding } from "../contract";
import { FileInXml } from "./file-in-xml";

const PROPERTIES = { title: "Margins", at: new Date(Date.UTC(2026, 0, 2)) };

describeBuilding("a file", async () => {
  let written: FileInXml | undefined;
  const file = () => {
    if (!written) throw new Error("nothing is written yet");
    return written;
  };
  return {
    existing: [],
    build: async (plan) => {
      written = new FileInXml(await writeXlsx(plan, PROPERTIES));
    },
    sheetNames: async () => written?.sheetNames() ?? [],
    sheetShown: async () => file().sheetShown(),
    values: async (sheet, range) => file().values(sheet, range),
    formulaAt: async (sheet, address) => file().formulaAt(sheet, address),
    lookOf: async (sheet, address) => file().lookOf(sheet, address),
    frozen: async (sheet) => file().frozen(sheet),
    names: async (sheet) => file().names(sheet),
    inputChecks: async (sheet) => file().inputChecks(sheet),
    kept: async () => file().kept(),
    givesValues: true,
    givesNames: true,
    dispose: () => undefined,
  };
});
