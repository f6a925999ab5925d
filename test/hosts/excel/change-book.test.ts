import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { HostError } from "../../../src/workbook/host";
import type { BookChanges } from "../../../src/workbook/share/book";
import { findCalls } from "../../../src/workbook/share/own-calls";
import { restoreBook } from "../../../src/workbook/share/restore-book";
import { shared } from "../../workbook/share/small-book";
import { quietRun } from "../book-contract";
import { FakeExcel } from "./fake/fake-excel";
import { FakeObject } from "./fake/fake-object";
import { noPause } from "./plans";

const SHEET = "It's 5";
const OURS = "=AIM.GROSSMARGIN(A1,B1)";
const FILLING = "=AIM.GROSSMARGIN(A1:A3,B1:B3)";
const OVERALL = "=AIM.GROSSMARGIN('It''s 5'!$A$1,'It''s 5'!$B$1)";
const LOW = "=AIM.GROSSMARGIN(A1,B1)<0.4";
const POSITIVE = "=AIM.GROSSMARGIN(A1,B1)>0";

/** An Excel whose sheet has formulas of ours in cells, names and rules. */
function excelWithBook(): FakeExcel {
  const excel = new FakeExcel();
  const { workbook } = excel;
  workbook.results.set(FILLING, [[2 / 3], [0.6], [0.5]]);
  workbook.results.set(OURS, [[2 / 3]]);
  const sheet = workbook.worksheets.add(SHEET);
  sheet.getRange("A1:B3").formulas = [
    [99, 33],
    [50, 20],
    [10, 5],
  ];
  sheet.getRange("C1").formulas = FILLING;
  sheet.getRange("E1:E3").formulas = [[OURS], ["'=1+1"], ["#N/A"]];
  // A formula that was there before its cell became a text cell.
  sheet.getRange("E9").formulas = OURS;
  sheet.getRange("E9").numberFormat = "@";
  workbook.names.add("Overall", OVERALL);
  sheet.names.add("Own", OVERALL);
  const format = sheet.getRange("A1:A3").conditionalFormats.add("Custom");
  const custom = format.behind("custom", "CustomConditionalFormat");
  const rule = custom instanceof FakeObject && custom.behind("rule", "ConditionalFormatRule");
  if (rule instanceof FakeObject) rule.keep("formula", LOW);
  sheet.getRange("A1:A3").dataValidation.rule = { custom: { formula: POSITIVE } };
  sheet.getRange("A4:A5").dataValidation.rule = { list: { source: "=$B$1:$B$3" } };
  sheet.getRange("A6:A7").dataValidation.rule = { list: { source: "=$B$1:$B$2" } };
  return excel;
}

function sheetOf({ workbook }: FakeExcel) {
  return workbook.worksheets.getItem(SHEET);
}

const host = createExcelHost(noPause);

describe("a workbook with formulas in names and rules in Excel", () => {
  it("tells them all, whatever blocks of cells they are for", async () => {
    const excel = excelWithBook();
    const { names, others } = await host.readBook(quietRun());
    expect(names).toEqual([
      { name: "Overall", formula: OVERALL },
      { name: "Own", sheet: SHEET, formula: OVERALL },
    ]);
    const where = { sheet: SHEET };
    // Excel gives A1:A7 as one block with validation, of three rules: it is halved until each is one's.
    expect(others).toEqual([
      { ...where, where: "conditional format", at: "A1:A3", formula: LOW },
      { ...where, where: "validation", at: "A1:A3", formula: POSITIVE },
      { ...where, where: "validation", at: "A4:A5", formula: "=$B$1:$B$3" },
      { ...where, where: "validation", at: "A6:A7", formula: "=$B$1:$B$2" },
    ]);
    excel.check();
  });

  it("is share-safe after the change, and gets all its formulas back", async () => {
    const excel = excelWithBook();
    const before = await host.readBook(quietRun());
    const sharing = shared(before);
    await host.changeBook(sharing.changes, quietRun());
    const after = await host.readBook(quietRun());
    const formulas = [
      ...after.sheets.flatMap(({ cells }) => cells.map(({ formula = "" }) => formula)),
      ...[...after.names, ...after.others].map(({ formula }) => formula),
    ];
    expect(formulas.filter((formula) => findCalls(formula).length > 0)).toEqual([]);
    expect(sheetOf(excel).getRange("C2").formulas).toEqual([["=IF(A2<0,#NUM!,(A2-B2)/A2)"]]);
    expect(sheetOf(excel).getRange("E9").formulas).toEqual([["=IF(A1<0,#NUM!,(A1-B1)/A1)"]]);
    expect(sheetOf(excel).getRange("E9").numberFormat).toEqual([["@"]]);
    await host.changeBook(restoreBook(sharing.records), quietRun());
    expect(await host.readBook(quietRun())).toEqual(before);
    excel.check();
  });
});

describe("values in place of formulas in Excel", () => {
  const keep = (...rows: number[]): BookChanges => ({
    cells: rows.map((row) => ({ sheet: SHEET, row, column: 4 })),
    names: [],
    others: [],
  });

  it("stay texts, errors and numbers, in text cells too", async () => {
    const excel = excelWithBook();
    await host.changeBook(keep(0, 1, 2, 8), quietRun());
    const column = sheetOf(excel).getRange("E1:E9");
    expect(column.values.map(([value]) => value)).toEqual([
      2 / 3,
      "=1+1",
      "#N/A",
      ...["", "", "", "", ""],
      // A number in a text cell is handed over as one; the fake's text cells make texts of all.
      String(2 / 3),
    ]);
    expect(column.valueTypes.slice(0, 3)).toEqual([["Double"], ["String"], ["Error"]]);
    excel.check();
  });

  it.each(["#BUSY!", "#GETTING_DATA"])("are refused where Excel still shows %s", async (error) => {
    const excel = excelWithBook();
    excel.workbook.results.set(OURS, [[error]]);
    const before = await host.readBook(quietRun());
    expect(before.sheets[1]?.cells.find(({ column }) => column === 4)).toMatchObject({ error });
    await expect(host.changeBook(keep(0), quietRun())).rejects.toThrow(
      "E1 on It's 5 is still being calculated. Wait until its figure is there, then try again; nothing was changed.",
    );
    expect(await host.readBook(quietRun())).toEqual(before);
  });

  it("are refused on a protected sheet, before anything is changed", async () => {
    const excel = excelWithBook();
    sheetOf(excel).protection.keep("protected", true);
    const changing = host.changeBook(keep(0), quietRun());
    await expect(changing).rejects.toBeInstanceOf(HostError);
    await expect(changing).rejects.toThrow("The sheet It's 5 is protected");
    expect(excel.requests.flatMap(({ operations }) => operations)).not.toContain("Range.formulas");
  });
});

/** Making the workbook share-safe with something going wrong. */
async function attempt(breakIt: (excel: FakeExcel, start: number) => void) {
  const excel = excelWithBook();
  const before = await host.readBook(quietRun());
  const { changes } = shared(before);
  const start = excel.roundTrips;
  breakIt(excel, start);
  const error: unknown = await host.changeBook(changes, quietRun()).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const requests = excel.requests.slice(start);
  excel.faults.clear();
  const after = await host.readBook(quietRun());
  excel.check();
  return { error, before, after, requests };
}

describe("a change in Excel that goes wrong", () => {
  it("leaves the workbook as it was, whichever request fails or is not answered", async () => {
    const { requests } = await attempt(() => undefined);
    expect(requests.length).toBeGreaterThan(4);
    for (let number = 1; number <= requests.length; number++) {
      for (const fault of ["failRequest", "loseAnswer"] as const) {
        const { error, before, after } = await attempt(({ faults }, start) => {
          faults[fault](start + number);
        });
        expect(error).toBeInstanceOf(HostError);
        expect(after).toEqual(before);
      }
    }
  });

  it("leaves the workbook as it was, whichever kind of operation fails", async () => {
    const { requests } = await attempt(() => undefined);
    const operations = new Set(requests.flatMap((request) => request.operations));
    expect(operations).toContain("ConditionalFormatRule.formula");
    expect(operations).toContain("DataValidation.rule");
    expect(operations).toContain("NamedItem.formula");
    for (const operation of operations) {
      const { error, before, after } = await attempt(({ faults }) => {
        faults.failOperation(operation);
      });
      expect([operation, error]).toEqual([operation, expect.any(HostError)]);
      expect(after).toEqual(before);
    }
  });

  it("says where to look if it cannot be put back", async () => {
    const { error } = await attempt(({ faults }) => {
      // One block is written; the second is not, and no block is written again.
      faults.failOperation("Range.formulas", "GeneralException", 100, 1);
    });
    expect(error).toMatchObject({
      message:
        "The workbook could not be changed, and not all of it could be put back: look at It's 5, names and rules, or close the workbook without saving it.",
    });
  });

  it("says that a workbook is open for reading only, and no more", async () => {
    const { error, before, after } = await attempt(({ workbook }) => {
      workbook.isReadOnly = true;
    });
    expect(error).toMatchObject({ message: expect.stringContaining("open for reading only") });
    expect(error).toMatchObject({ message: expect.not.stringContaining("could be put back") });
    expect(after).toEqual(before);
  });
});
