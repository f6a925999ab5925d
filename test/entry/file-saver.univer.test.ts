import { fileSaver } from "../../src/entry/file-saver";
import { SAMPLE } from "../../src/scenario/sample";
import { planScenario } from "../../src/scenario/build-scenario";
import { HostError } from "../../src/workbook/host";
import { fakeDownloads } from "./fake-downloads";

// A workbook of ten sheets takes its time where other suites run beside this one.
jest.setTimeout(60_000);

const plan = planScenario(SAMPLE, []);

/** How every .xlsx begins: it is a ZIP archive. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const downloads = fakeDownloads();

test("downloads the workbook under the scenario's name, and lets go of it", async () => {
  const saved = await fileSaver()(plan, "What if: Flat seat at $99");
  expect(saved).toEqual({ to: "downloads", name: "What if Flat seat at $99.xlsx" });
  expect(downloads.clicked).toMatchObject([
    { download: "What if Flat seat at $99.xlsx", href: "blob:aim" },
  ]);
  expect(downloads.blob()?.type).toBe(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  );
  // Ten sheets of some thousand formulas
  expect(downloads.blob()?.size).toBeGreaterThan(50_000);
  expect(downloads.revoked).toEqual([]);
  jest.runAllTimers();
  expect(downloads.revoked).toEqual(["blob:aim"]);
});

test("opens the workbook instead where it can", async () => {
  const opened: number[][] = [];
  const save = fileSaver(async (bytes) => {
    opened.push([...bytes.slice(0, 4)]);
  });
  expect(await save(plan, "Plan")).toEqual({ to: "newWorkbook" });
  expect(opened).toEqual([ZIP]);
  expect(downloads.clicked).toEqual([]);
});

test("downloads it where opening is refused", async () => {
  const save = fileSaver(() => Promise.reject(new HostError("Refused.", "AccessDenied")));
  expect(await save(plan, "Plan")).toEqual({ to: "downloads", name: "Plan.xlsx" });
  expect(downloads.clicked.map(({ download }) => download)).toEqual(["Plan.xlsx"]);
});

test("hides no error of its own behind a download", async () => {
  const save = fileSaver(() => Promise.reject(new TypeError("x is undefined")));
  await expect(save(plan, "Plan")).rejects.toThrow(TypeError);
  expect(downloads.clicked).toEqual([]);
});

test("tells in plain words that a file could not be written", async () => {
  const [sheet] = plan.sheets;
  if (!sheet) throw new Error("the plan has sheets");
  const broken = {
    ...sheet,
    get steps(): never {
      throw new RangeError("no steps");
    },
  };
  const saving = fileSaver()({ ...plan, sheets: [broken] }, "Plan");
  await expect(saving).rejects.toMatchObject({
    name: "HostError",
    message: "The file could not be written.",
    details: expect.stringContaining("RangeError: no steps"),
  });
});
