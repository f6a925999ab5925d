import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { HostError } from "../../../src/workbook/host";
import { FakeExcel } from "./fake/fake-excel";
import { noPause, quietRun, sheetOf, write } from "./plans";

let excel: FakeExcel;
const host = createExcelHost(noPause);
beforeEach(() => {
  excel = new FakeExcel();
});
afterEach(() => {
  excel.check();
});

async function failureOf(doing: Promise<unknown>): Promise<HostError> {
  const error: unknown = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw new Error(`no HostError but ${String(error)}`);
  return error;
}

describe("an error of Excel's", () => {
  it.each([
    ["InvalidOperationInCellEditMode", "A cell is being edited: press Enter or Esc there"],
    ["AccessDenied", "open for reading only, or the sheet or the workbook is protected"],
    ["RequestPayloadSizeLimitExceeded", "more than Excel takes at once"],
    ["ResponsePayloadSizeLimitExceeded", "more than Excel hands out at once"],
    ["WriteNotSupportedWhenModalDialogOpen", "A dialog is open in Excel"],
    ["Timeout", "Excel did not answer in time"],
    ["SomethingNew", "Excel says: SomethingNew."],
  ])("%s is told in plain words, with its code to copy", async (code, words) => {
    excel.faults.failRequest(3, code);
    const error = await failureOf(host.apply(sheetOf([write([[1]])]), quietRun()));
    expect(error.message).toMatch(/^The sheets could not be built; nothing was changed\. /);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/[^.]\.$/);
    expect(error.details).toBe(`${code}: ${code}.`);
  });

  it("tells where it happened", async () => {
    excel.faults.failOperation("Range.formulas");
    const error = await failureOf(host.apply(sheetOf([write([[1]])]), quietRun()));
    expect(error.details).toBe(
      "GeneralException: The test lets Range.formulas fail. (at Range.formulas)",
    );
  });

  it("is kept as the cause", async () => {
    excel.faults.failRequest(1, "Timeout");
    const error = await failureOf(host.sheetNames());
    expect(error.message).toBe(
      "The sheets could not be listed. Excel did not answer in time: try again.",
    );
    expect(error.cause).toMatchObject({ code: "Timeout" });
  });
});

it("tells an error that is not Excel's by its stack", async () => {
  const run = {
    ...quietRun(),
    onProgress: () => {
      throw new Error("the pane has gone");
    },
  };
  const error = await failureOf(host.apply(sheetOf([]), run));
  expect(error.message).toBe("The sheets could not be built; nothing was changed.");
  expect(error.details).toMatch(/^Error: the pane has gone\n\s+at /);
});

it("waits for the end of a cell's editing", async () => {
  excel.startEditing();
  const listing = host.sheetNames();
  const first = await Promise.race([listing, new Promise((resolve) => setImmediate(resolve))]);
  expect(first).toBeUndefined();
  excel.endEditing();
  expect(await listing).toEqual(["Existing"]);
});
