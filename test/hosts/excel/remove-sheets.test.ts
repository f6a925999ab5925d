import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { planScenario, SAMPLE } from "../../../src/scenario";
import { HostError } from "../../../src/workbook/host";
import { FakeExcel } from "./fake/fake-excel";
import { quietRun } from "./plans";

const NAMES = ["First", "Second", "Third"];

/** A removal of three sheets with something going wrong, and what became of it. */
async function attempt(breakIt: (excel: FakeExcel) => void) {
  const excel = new FakeExcel();
  for (const name of NAMES) excel.workbook.worksheets.add(name);
  breakIt(excel);
  const waits: number[] = [];
  const host = createExcelHost(async (milliseconds) => {
    waits.push(milliseconds);
  });
  const error: unknown = await host.remove(NAMES).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  excel.check();
  const sheets = excel.workbook.worksheets.items.map(({ name }) => name);
  return { error, sheets, waits, excel };
}

const ALL = ["Existing", ...NAMES];
const GONE = ["Existing"];

it("looks, then removes all sheets in one request", async () => {
  const { error, sheets, excel } = await attempt(() => undefined);
  expect(error).toBeUndefined();
  expect(sheets).toEqual(GONE);
  expect(excel.roundTrips).toBe(2);
});

it("removes sheets that are hidden so deep that Excel does not delete them", async () => {
  const { error, sheets } = await attempt(({ workbook }) => {
    workbook.worksheets.getItem("Second").visibility = "VeryHidden";
  });
  expect(error).toBeUndefined();
  expect(sheets).toEqual(GONE);
});

it("removes the sheet that was chosen, though another user names it anew meanwhile", async () => {
  const { error, sheets } = await attempt((excel) => {
    excel.onRequest = (number) => {
      if (number !== 2) return;
      excel.workbook.worksheets.getItem("Second").name = "Renamed";
      excel.workbook.worksheets.add("Second");
    };
  });
  expect(error).toBeUndefined();
  expect(sheets).toEqual(["Existing", "Second"]);
});

describe("all sheets stay", () => {
  it.each([1, 2])("when request %d fails", async (number) => {
    const { error, sheets, waits } = await attempt(({ faults }) => {
      faults.failRequest(number);
    });
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({
      message:
        "The sheets could not be removed; all of them are still there. Excel says: GeneralException.",
    });
    expect(sheets).toEqual(ALL);
    expect(waits).toEqual([]);
  });

  it.each(["Worksheet.delete", "WorksheetCollection.getItem"])(
    "when %s fails at the first sheet",
    async (operation) => {
      const { error, sheets } = await attempt(({ faults }) => {
        faults.failOperation(operation, "AccessDenied");
      });
      expect(error).toBeInstanceOf(HostError);
      expect(error).toMatchObject({ details: expect.stringMatching(/^AccessDenied: /) });
      expect(sheets).toEqual(ALL);
    },
  );

  it("when the structure of the workbook is protected, and the user is told so", async () => {
    const { error, sheets, excel } = await attempt(({ workbook }) => {
      workbook.protection.keep("protected", true);
    });
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({
      message:
        "The structure of the workbook is protected, so no sheet can be removed. Unprotect it (Review, Protect Workbook), then try again.",
    });
    expect(sheets).toEqual(ALL);
    expect(excel.roundTrips).toBe(1);
  });
});

describe("all sheets go", () => {
  it.each([1, 2])(
    "when a deletion fails after %d, since what is deleted cannot be brought back",
    async (skip) => {
      const { error, sheets, waits } = await attempt(({ faults }) => {
        faults.failOperation("Worksheet.delete", "GeneralException", 1, skip);
      });
      expect(error).toBeUndefined();
      expect(sheets).toEqual(GONE);
      expect(waits).toEqual([]);
    },
  );

  it("when the answer is lost", async () => {
    const { error, sheets } = await attempt(({ faults }) => {
      faults.loseAnswer(2);
    });
    expect(error).toBeUndefined();
    expect(sheets).toEqual(GONE);
  });

  it("when another user removes one of them meanwhile", async () => {
    const { error, sheets } = await attempt((excel) => {
      excel.onRequest = (number) => {
        if (number === 2) excel.workbook.worksheets.getItem("Second").delete();
      };
    });
    expect(error).toBeUndefined();
    expect(sheets).toEqual(GONE);
  });

  it("after pauses, when Excel is out of reach for a while", async () => {
    const { error, sheets, waits } = await attempt(({ faults }) => {
      faults.failOperation("Worksheet.delete", "GeneralException", 1, 1);
      faults.failRequest(3, "ConnectionFailure");
      faults.failRequest(4, "ConnectionFailure");
    });
    expect(error).toBeUndefined();
    expect(sheets).toEqual(GONE);
    expect(waits).toEqual([500, 3000]);
  });
});

it("says which sheets may be left where they cannot be removed", async () => {
  const { error, sheets } = await attempt(({ faults }) => {
    faults.failOperation("Worksheet.delete", "AccessDenied", 100, 1);
  });
  expect(sheets).toEqual(["Existing", "Second", "Third"]);
  expect(error).toBeInstanceOf(HostError);
  expect(error).toMatchObject({
    message:
      "Not all of the sheets could be removed. Delete those that are left yourself: First, Second, Third.",
    details: expect.stringMatching(/^AccessDenied: .*\nAccessDenied: /),
  });
});

describe("the ten sheets of a scenario", () => {
  const plan = planScenario(SAMPLE, ["Existing"]);

  async function built() {
    const excel = new FakeExcel();
    const host = createExcelHost(() => Promise.resolve());
    await host.apply(plan, quietRun());
    const before = excel.roundTrips;
    const sheetNames = () => excel.workbook.worksheets.items.map(({ name }) => name);
    return { excel, host, before, sheetNames };
  }

  it("go in two round trips below 10 KB", async () => {
    const { excel, host, before, sheetNames } = await built();
    await host.remove(plan.sheets.map(({ name }) => name));
    expect(sheetNames()).toEqual(["Existing"]);
    const requests = excel.requests.slice(before);
    expect(requests).toHaveLength(2);
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(10_000);
    excel.check();
  });

  it("tell what is kept with them in two round trips", async () => {
    const { excel, host, before } = await built();
    await host.keptProperties();
    expect(excel.roundTrips - before).toBe(2);
    excel.check();
  });

  it.each([1, 2])("all stay when request %d of the removal fails", async (number) => {
    const { excel, host, before, sheetNames } = await built();
    const all = sheetNames();
    excel.faults.failRequest(before + number);
    const removing = host.remove(plan.sheets.map(({ name }) => name));
    await expect(removing).rejects.toBeInstanceOf(HostError);
    expect(all).toHaveLength(11);
    expect(sheetNames()).toEqual(all);
    excel.check();
  });
});
