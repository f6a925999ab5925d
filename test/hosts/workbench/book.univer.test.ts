import { AddDataValidationMutation } from "@univerjs/data-validation";
import { DataValidationType, ICommandService } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
} from "@univerjs/sheets-conditional-formatting";
import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import type { Book } from "../../../src/workbook/share/book";
import { compareBooks } from "../../../src/workbook/share/compare-books";
import { findCalls } from "../../../src/workbook/share/own-calls";
import { restoreBook } from "../../../src/workbook/share/restore-book";
import { functionMetadata } from "../../functions/function-metadata";
import { BOOK_NAME, BOOK_PLAN, describeBooks, quietRun } from "../book-contract";
import { shared } from "../../workbook/share/small-book";
import { everyFunction } from "./every-function";
import { headlessWorkbook } from "./headless";

/** The workbench with the workbook of the contract. */
async function workbenchWithBook() {
  const made = headlessWorkbook(everyFunction(), await functionMetadata());
  const host = createWorkbenchHost(made.api, made.injector);
  await host.apply(BOOK_PLAN, quietRun());
  const book = made.api.getActiveWorkbook();
  book?.getSheetByName("It's 5")?.hideSheet();
  book?.insertDefinedName(BOOK_NAME.name, BOOK_NAME.formula);
  return { ...made, host };
}

describeBooks("the workbench", async () => {
  const { host, univer } = await workbenchWithBook();
  return {
    host,
    dispose: () => {
      univer.dispose();
    },
  };
});

/** Formulas of ours in cells and names. */
function callsIn({ sheets, names, others }: Book): string[] {
  const formulas = sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  return [...formulas, ...[...names, ...others].map(({ formula }) => formula)].filter(
    (formula) => findCalls(formula).length > 0,
  );
}

const RULE_RANGE = { startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 };

async function withRules() {
  const made = await workbenchWithBook();
  const sheet = made.api.getActiveWorkbook()?.getSheetByName("P & L");
  const ids = { unitId: "book", subUnitId: sheet?.getSheetId() ?? "" };
  const commands = made.injector.get(ICommandService);
  commands.syncExecuteCommand(AddConditionalRuleMutation.id, {
    ...ids,
    rule: {
      cfId: "low",
      ranges: [RULE_RANGE],
      stopIfTrue: false,
      rule: {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.formula,
        value: "=AIM.GROSSMARGIN(A1,B1)<0.4",
        style: { cl: { rgb: "#aa0000" } },
      },
    },
  });
  commands.syncExecuteCommand(AddDataValidationMutation.id, {
    ...ids,
    rule: [
      {
        uid: "positive",
        type: DataValidationType.CUSTOM,
        formula1: "=AIM.GROSSMARGIN(A1,B1)>0",
        ranges: [RULE_RANGE],
        error: "No losses",
      },
    ],
  });
  return made;
}

const OTHERS = [
  {
    sheet: "P & L",
    where: "conditional format",
    at: "A1:A2",
    formula: "=AIM.GROSSMARGIN(A1,B1)<0.4",
  },
  { sheet: "P & L", where: "validation", at: "A1:A2", formula: "=AIM.GROSSMARGIN(A1,B1)>0" },
];

describe("a workbook made share-safe in the workbench", () => {
  it("shows the same everywhere, calls none of the functions, and gets its formulas back", async () => {
    const { host, univer } = await withRules();
    const before = await host.readBook(quietRun());
    expect(before.others).toEqual(OTHERS);
    // Two cells, a name and two rules.
    expect(callsIn(before)).toHaveLength(5);
    const sharing = shared(before);
    await host.changeBook(sharing.changes, quietRun());
    const after = await host.readBook(quietRun());
    const { compared, changed } = compareBooks(before, after);
    // A1 on Existing, nine cells on P & L and two on It's 5.
    expect(compared).toBe(12);
    expect(changed).toEqual([]);
    expect(callsIn(after)).toEqual([]);
    await host.changeBook(restoreBook(sharing.records), quietRun());
    expect(await host.readBook(quietRun())).toEqual(before);
    univer.dispose();
  });

  it("is undone in one step, and done again in one", async () => {
    const { host, univer, api } = await withRules();
    const before = await host.readBook(quietRun());
    await host.changeBook(shared(before).changes, quietRun());
    const after = await host.readBook(quietRun());
    await api.undo();
    await api.getFormula().onCalculationResultApplied();
    expect(await host.readBook(quietRun())).toEqual(before);
    await api.redo();
    await api.getFormula().onCalculationResultApplied();
    expect(await host.readBook(quietRun())).toEqual(after);
    univer.dispose();
  });

  it("keeps how its cells look", async () => {
    const { host, univer, api } = await workbenchWithBook();
    const before = await host.readBook(quietRun());
    await host.changeBook(shared(before).changes, quietRun());
    const sheet = api.getActiveWorkbook()?.getSheetByName("P & L");
    expect(sheet?.getRange("D2").getCellStyleData()?.n?.pattern).toBe("0.0%");
    univer.dispose();
  });

  it("leaves rules that it does not change alone, and takes their formulas from those that are to go", async () => {
    const { host, univer } = await withRules();
    await host.changeBook(
      {
        cells: [],
        names: [],
        others: OTHERS.slice(0, 1).map(({ formula, ...other }) => ({
          ...other,
          where: "conditional format",
          before: formula,
        })),
      },
      quietRun(),
    );
    expect((await host.readBook(quietRun())).others.map(({ formula }) => formula)).toEqual([
      "=FALSE",
      "=AIM.GROSSMARGIN(A1,B1)>0",
    ]);
    univer.dispose();
  });
});
