import { ICommandService, RedoCommand, UndoCommand } from "@univerjs/core";
import { InsertSheetCommand, RemoveSheetCommand } from "@univerjs/sheets";
import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import { HostError } from "../../../src/workbook/host";
import type { Plan } from "../../../src/workbook/plan";
import { headlessWorkbook, rulesLeft } from "./headless";

const PLAN: Plan = {
  sheets: [
    {
      name: "It's 5",
      steps: [
        { do: "write", row: 0, column: 0, cells: [[5, "OK"]] },
        {
          do: "validate",
          area: { row: 0, column: 0, rows: 1, columns: 1 },
          allowed: { numbers: { from: 0 } },
          message: "At least 0",
        },
        { do: "verdicts", area: { row: 0, column: 1, rows: 1, columns: 1 } },
      ],
    },
    {
      name: "Sums",
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [[{ formula: "='It''s 5'!A1*2", value: 10 }]],
        },
      ],
    },
  ],
  show: "Sums",
};

let made: ReturnType<typeof headlessWorkbook>;
let host: ReturnType<typeof createWorkbenchHost>;
beforeEach(async () => {
  made = headlessWorkbook();
  host = createWorkbenchHost(made.api, made.injector);
  await host.apply(PLAN, { signal: new AbortController().signal, onProgress: () => undefined });
});
afterEach(() => {
  made.univer.dispose();
});

function cell(sheet: string, address: string) {
  const found = made.api.getActiveWorkbook()?.getSheetByName(sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found.getRange(address);
}

const calculated = () => made.api.getFormula().onCalculationResultApplied();

async function run(id: string, params?: object): Promise<void> {
  await made.injector.get(ICommandService).executeCommand(id, params);
}

describe("sheets that are removed", () => {
  it("take their rules with them", async () => {
    // 1 validation and 14 verdicts
    expect(rulesLeft(made.injector)).toBe(15);
    await host.remove(["Sums"]);
    expect(rulesLeft(made.injector)).toBe(15);
    await host.remove(["It's 5"]);
    expect(rulesLeft(made.injector)).toBe(0);
  });

  it("leave #REF! in the formulas that pointed to them, and nothing else changes there", async () => {
    cell("Existing", "B1").setFormula("=SUM('It''s 5'!$A$1:A2,A1)&\" on It's 5!A1\"");
    cell("Existing", "B2").setFormula("=Existing!A1+1");
    await calculated();
    // 5 + 41
    expect(await host.read("Existing", "B1")).toEqual([["46 on It's 5!A1"]]);
    await host.remove(["It's 5"]);
    expect(cell("Existing", "B1").getFormula()).toBe('=SUM(#REF!,A1)&" on It\'s 5!A1"');
    expect(cell("Existing", "B2").getFormula()).toBe("=Existing!A1+1");
    expect(cell("Sums", "A1").getFormula()).toBe("=#REF!*2");
    expect(await host.read("Existing", "A1:B2")).toEqual([
      [41, "#REF!"],
      [null, 42],
    ]);
    expect(await host.read("Sums", "A1")).toEqual([["#REF!"]]);
  });

  it("leave #REF! where a formula was filled down", async () => {
    cell("Existing", "B1:B2").setValues([[{ f: "='It''s 5'!A1", si: "one" }], [{ si: "one" }]]);
    expect(cell("Existing", "B2").getFormula()).toBe("='It''s 5'!A2");
    await host.remove(["It's 5"]);
    expect(cell("Existing", "B1").getFormula()).toBe("=#REF!");
    expect(cell("Existing", "B2").getFormula()).toBe("=#REF!");
  });

  it("stay lost to those formulas when sheets of their names are built again", async () => {
    await host.remove(["It's 5"]);
    const [first] = PLAN.sheets;
    await host.apply(
      { sheets: first ? [first] : [], show: "It's 5" },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    expect(await host.read("Sums", "A1")).toEqual([["#REF!"]]);
  });

  it("do not come back by undo, nor a sheet that a user had removed before", async () => {
    await run(RemoveSheetCommand.id, { subUnitId: cell("Sums", "A1").getSheetId() });
    await run(UndoCommand.id);
    expect(await host.sheetNames()).toEqual(["Existing", "It's 5", "Sums"]);
    await run(RedoCommand.id);
    await host.remove(["It's 5"]);
    await run(UndoCommand.id);
    expect(await host.sheetNames()).toEqual(["Existing"]);
  });

  it("do not come back by redo where a user had added them", async () => {
    await run(InsertSheetCommand.id, { sheet: { name: "By hand" } });
    await run(UndoCommand.id);
    await host.remove(["Sums"]);
    await run(RedoCommand.id);
    expect(await host.sheetNames()).toEqual(["Existing", "It's 5"]);
  });

  it("stay, with their rules and what can be undone, where one of them is missing", async () => {
    cell("Sums", "B1").setValue(1);
    await expect(host.remove(["It's 5", "Nowhere"])).rejects.toBeInstanceOf(HostError);
    expect(rulesLeft(made.injector)).toBe(15);
    await run(UndoCommand.id);
    expect(await host.read("Sums", "A1:B1")).toEqual([[10, null]]);
  });
});
