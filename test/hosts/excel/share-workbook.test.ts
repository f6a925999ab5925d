import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import type { Run } from "../../../src/workbook/host";
import type { Book } from "../../../src/workbook/share/book";
import { findCalls } from "../../../src/workbook/share/own-calls";
import { restoreWorkbook, shareWorkbook } from "../../../src/workbook/share/share-workbook";
import { TODAY } from "../../workbook/share/small-book";
import { quietRun } from "../book-contract";
import { FakeExcel } from "./fake/fake-excel";
import { largeExcel } from "./large-excel";
import { noPause } from "./plans";

// 20,000 formulas take their time where other suites run beside this one.
jest.setTimeout(180_000);

const host = createExcelHost(noPause);
const OPTIONS = { today: TODAY, madeOn: "2026-09-01", version: "1.0.0", breathe: noPause };

const COST = '=AIM.TOKENCOST("claude-sonnet-4-5",12000,800)';
const NAMED = "=AIM.GROSSMARGIN('P & L'!$A$1,'P & L'!$B$1)";

/** A workbook with formulas in cells, one that fills three, and a name; it pins prices. */
function smallExcel(): FakeExcel {
  const excel = new FakeExcel();
  const { workbook } = excel;
  const sheet = workbook.worksheets.add("P & L");
  const spilled = "=AIM.GROSSMARGIN(A1:A3,B1:B3)";
  // 1 - 33/99, 1 - 20/50 and 1 - 5/10; 12,000 x 3 + 800 x 15 millionths
  workbook.results.set(spilled, [[2 / 3], [0.6], [0.5]]);
  workbook.results.set(COST, [[0.048]]);
  workbook.results.set("=SUM(D1#)", [[2 / 3 + 1.1]]);
  sheet.getRange("A1:B3").formulas = [
    [99, 33],
    [50, 20],
    [10, 5],
  ];
  sheet.getRange("D1").formulas = spilled;
  sheet.getRange("E1:E2").formulas = [[COST], ["=SUM(D1#)"]];
  workbook.names.add("Overall", NAMED);
  return excel;
}

/** Formulas of ours in cells and names. */
function callsIn({ sheets, names }: Book): string[] {
  const formulas = sheets.flatMap(({ cells }) => cells.map(({ formula = "" }) => formula));
  return [...formulas, ...names.map(({ formula }) => formula)].filter(
    (formula) => findCalls(formula).length > 0,
  );
}

/** What a share of a workbook comes to: how it ended, and whether all of it is as it was. */
async function attempt(breakIt: (excel: FakeExcel) => Run) {
  const excel = smallExcel();
  const before = await host.readBook(quietRun());
  const run = breakIt(excel);
  const ended = await shareWorkbook(host, OPTIONS, run).then(
    () => "done",
    (error: unknown) => String(error).replace(/:.*/s, ""),
  );
  excel.faults.clear();
  const after = await host.readBook(quietRun());
  excel.check();
  return { ended, before, after };
}

/** The progress of a share that goes well: every share done that is told, in order. */
async function progressOf(): Promise<number[]> {
  const told: number[] = [];
  await attempt(() => ({ ...quietRun(), onProgress: (_phase, done) => told.push(done) }));
  return told;
}

describe("a workbook that is made share-safe in Excel", () => {
  it("is as it was after Cancel at any phase, and done once all formulas are changed", async () => {
    const told = await progressOf();
    for (const [last] of told.entries()) {
      let count = 0;
      const controller = new AbortController();
      const { ended, before, after } = await attempt(() => ({
        signal: controller.signal,
        onProgress: () => {
          if (count++ === last) controller.abort();
        },
      }));
      // Formulas are changed from 0.5 to 0.8.
      expect([last, ended]).toEqual([last, (told[last] ?? 0) < 0.8 ? "AbortError" : "done"]);
      if (ended !== "done") expect(after).toEqual(before);
    }
    expect(told.length).toBeGreaterThan(15);
  });

  it("is as it was when the pane fails at any phase", async () => {
    const told = await progressOf();
    for (const [last] of told.entries()) {
      let count = 0;
      const { ended, before, after } = await attempt(() => ({
        ...quietRun(),
        onProgress: () => {
          if (count++ === last) throw new Error("the pane has gone");
        },
      }));
      expect([last, ended]).not.toEqual([last, "done"]);
      expect(after).toEqual(before);
    }
  });

  it("is as it was when any of its requests fails", async () => {
    const whole = smallExcel();
    const start = whole.roundTrips;
    await shareWorkbook(host, OPTIONS, quietRun());
    const requests = whole.roundTrips - start;
    expect(requests).toBeGreaterThan(15);
    let failed = 0;
    for (let number = 1; number <= requests; number++) {
      const { ended, before, after } = await attempt((excel) => {
        excel.faults.failRequest(excel.roundTrips + number);
        return quietRun();
      });
      // What only tidies up after itself may fail.
      if (ended === "done") expect(callsIn(after)).toEqual([]);
      else {
        failed++;
        expect([number, after]).toEqual([number, before]);
      }
    }
    expect(failed).toBeGreaterThanOrEqual(requests - 2);
  });

  it("says how to get its formulas back where they cannot be put back at once", async () => {
    const excel = smallExcel();
    const sharing = shareWorkbook(host, OPTIONS, {
      ...quietRun(),
      onProgress: (_phase, done) => {
        if (done < 0.95) return;
        excel.workbook.isReadOnly = true;
        throw new Error("the pane has gone");
      },
    });
    await expect(sharing).rejects.toThrow("put its formulas back with Restore");
    excel.workbook.isReadOnly = false;
    expect(await restoreWorkbook(host, quietRun())).toEqual({ restored: 4, unreadable: [] });
  });
});

it("takes some dozens of round trips, none over 500 KB, for 20,000 formulas on ten sheets", async () => {
  const excel = largeExcel();
  const { records, left } = await shareWorkbook(host, OPTIONS, quietRun());
  expect({ records: records.length, left }).toEqual({ records: 20_000, left: [] });
  // Reading all twice, the sheets that tell of it, and the change itself.
  expect(excel.roundTrips).toBe(46);
  expect(excel.largestRequest).toBeLessThan(500_000);
  // The formulas arrive with them.
  expect(excel.largestRequest).toBeGreaterThan(100_000);
  excel.check();
});
