import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { HostError } from "../../../src/workbook/host";
import type { Plan } from "../../../src/workbook/plan";
import { planScenario, SAMPLE } from "../../../src/scenario";
import { EVERY_STEP } from "../file/every-step";
import { FakeExcel, type SentRequest } from "./fake/fake-excel";
import { area, noPause, quietRun, write } from "./plans";

const TWO_SHEETS: Plan = {
  sheets: ["First", "Second"].map((name) => ({
    name,
    steps: [
      write([[1, "two"]]),
      { do: "style", area: area(0, 0, 1, 2), style: "result" },
      { do: "freeze", rows: 1, columns: 0 },
    ],
  })),
  show: "First",
};

/** A build with something going wrong, and what became of it. */
async function attempt(plan: Plan, breakIt: (excel: FakeExcel) => void, run = quietRun()) {
  const excel = new FakeExcel();
  breakIt(excel);
  const waits: number[] = [];
  const host = createExcelHost(async (milliseconds) => {
    waits.push(milliseconds);
  });
  const error: unknown = await host.apply(plan, run).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  excel.check();
  const sheets = excel.workbook.worksheets.items.map(({ name }) => name);
  return { error, sheets, waits, requests: excel.requests };
}

const sound = () => undefined;

/** How often each operation is done, up to the last request, which only shows what is built. */
function operationsOf(requests: readonly SentRequest[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const operation of requests.slice(0, -1).flatMap(({ operations }) => operations)) {
    found.set(operation, (found.get(operation) ?? 0) + 1);
  }
  return found;
}

const SCENARIO = planScenario(SAMPLE, ["Existing"]);

describe.each([
  ["two sheets", TWO_SHEETS],
  ["the ten sheets of a scenario", SCENARIO],
])("%s", (_name, plan) => {
  it("leave nothing behind, whichever request fails", async () => {
    const { requests, sheets: all } = await attempt(plan, sound);
    expect(requests.length).toBeGreaterThan(3);
    for (let number = 1; number <= requests.length; number++) {
      const { error, sheets } = await attempt(plan, ({ faults }) => {
        faults.failRequest(number);
      });
      // The last only shows what is built.
      const isLast = number === requests.length;
      expect(sheets).toEqual(isLast ? all : ["Existing"]);
      if (!isLast) expect(error).toBeInstanceOf(HostError);
    }
  });

  it("leave nothing behind, whichever phase they are cancelled in", async () => {
    let phases = 0;
    await attempt(plan, sound, { ...quietRun(), onProgress: () => phases++ });
    expect(phases).toBeGreaterThan(2);
    // When the last is told all is built.
    for (let last = 1; last < phases; last++) {
      const controller = new AbortController();
      let told = 0;
      const { error, sheets } = await attempt(plan, sound, {
        signal: controller.signal,
        onProgress: () => {
          if (++told === last) controller.abort();
        },
      });
      expect(error).toMatchObject({ name: "AbortError" });
      expect(told).toBe(last);
      expect(sheets).toEqual(["Existing"]);
    }
  });

  it("leave nothing behind, whichever request's answer is lost", async () => {
    const { requests } = await attempt(plan, sound);
    for (const number of [1, 2, 3, requests.length - 1]) {
      const { error, sheets } = await attempt(plan, ({ faults }) => {
        faults.loseAnswer(number);
      });
      expect(error).toBeInstanceOf(HostError);
      expect(sheets).toEqual(["Existing"]);
    }
  });
});

describe("sheets with everything that a plan can ask for", () => {
  it("leave nothing behind, whichever kind of operation fails, the first or the last time", async () => {
    const operations = operationsOf((await attempt(EVERY_STEP, sound)).requests);
    for (const [operation, times] of operations) {
      for (const skip of new Set([0, times - 1])) {
        const { error, sheets } = await attempt(EVERY_STEP, ({ faults }) => {
          faults.failOperation(operation, "GeneralException", 1, skip);
        });
        expect([operation, error]).toEqual([operation, expect.any(HostError)]);
        expect(sheets).toEqual(["Existing"]);
      }
    }
  });

  it("take every kind of operation that a scenario takes", async () => {
    const operations = operationsOf((await attempt(EVERY_STEP, sound)).requests);
    const scenario = operationsOf((await attempt(SCENARIO, sound)).requests);
    expect([...scenario.keys()].filter((operation) => !operations.has(operation))).toEqual([]);
  });
});

it("leaves nothing behind when the second of two sheets cannot be added", async () => {
  const { error, sheets } = await attempt(TWO_SHEETS, ({ faults }) => {
    faults.failOperation("WorksheetCollection.add", "GeneralException", 1, 1);
  });
  expect(error).toBeInstanceOf(HostError);
  expect(sheets).toEqual(["Existing"]);
});

it("leaves nothing behind when the second of two sheets cannot be named", async () => {
  const { error, sheets } = await attempt(TWO_SHEETS, ({ faults }) => {
    faults.failOperation("Worksheet.name", "InvalidArgument", 1, 1);
  });
  expect(error).toBeInstanceOf(HostError);
  expect(sheets).toEqual(["Existing"]);
});

it("tries again when the taking away fails too, after a pause", async () => {
  const { error, sheets, waits } = await attempt(TWO_SHEETS, ({ faults }) => {
    faults.failOperation("Range.formulas");
    // One of two sheets goes, the other does not; then the next attempt fails at once.
    faults.failOperation("Worksheet.delete", "GeneralException", 2, 1);
  });
  expect(sheets).toEqual(["Existing"]);
  expect(waits).toEqual([500, 3000]);
  expect(error).toMatchObject({
    message:
      "The sheets could not be built; nothing was changed. Excel says: The test lets Range.formulas fail.",
  });
});

it("says which sheets are left where they cannot be taken away", async () => {
  const { error, sheets } = await attempt(TWO_SHEETS, ({ faults }) => {
    faults.failOperation("Range.formulas");
    faults.failOperation("Worksheet.delete", "AccessDenied", 100);
  });
  expect(sheets).toEqual(["Existing", "First", "Second"]);
  expect(error).toBeInstanceOf(HostError);
  expect(error).toMatchObject({
    message: expect.stringContaining("Delete those that are left yourself: First, Second"),
    details: expect.stringMatching(/^GeneralException.*\nAccessDenied/s),
  });
});

it("says so even after Cancel", async () => {
  const excel = new FakeExcel();
  excel.faults.failOperation("Worksheet.delete", "AccessDenied", 100);
  const controller = new AbortController();
  const building = createExcelHost(noPause).apply(TWO_SHEETS, {
    signal: controller.signal,
    onProgress: () => {
      controller.abort();
    },
  });
  await expect(building).rejects.toBeInstanceOf(HostError);
});
