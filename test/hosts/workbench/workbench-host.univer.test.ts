import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import { describeHost } from "../contract";
import { headlessWorkbook } from "./headless";

describeHost("the workbench", async () => {
  const { univer, api, injector } = headlessWorkbook();
  const host = createWorkbenchHost(api, injector);
  const sheet = (name: string) => {
    const found = api.getActiveWorkbook()?.getSheetByName(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    host,
    select: async (name, address) => {
      sheet(name).getRange(address).activate();
    },
    selected: async () => {
      const cell = api.getActiveWorkbook()?.getActiveCell();
      const active = api.getActiveWorkbook()?.getActiveSheet();
      return `${active?.getSheetName()}!${cell?.getA1Notation()}`;
    },
    hide: async (name) => {
      sheet(name).hideSheet();
    },
    formulaAt: async (name, address) => sheet(name).getRange(address).getFormula(),
    calculates: true,
    dispose: () => {
      univer.dispose();
    },
  };
});
