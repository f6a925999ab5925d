import { fileSharer } from "../../src/entry/file-sharer";
import type { SharedFile } from "../../src/entry/share-file";
import { HostError } from "../../src/workbook/host";
import { fakeDownloads } from "./fake-downloads";

const shareFile = jest.fn<Promise<SharedFile>, [Uint8Array, Date, string | undefined]>();

// What makes copies brings a whole spreadsheet program; here it matters where they go.
jest.mock("../../src/entry/share-file", () => ({
  shareFile: (...args: Parameters<typeof shareFile>) => shareFile(...args),
}));

const downloads = fakeDownloads();

const ORIGINAL = Uint8Array.of(1, 2);
const COPY = Uint8Array.of(3, 4, 5);
const REPORT = { records: [], left: [], same: 0, changed: [], notChecked: [] };

function shared(isMacroEnabled: boolean): SharedFile {
  const facts = { isMacroEnabled, isSigned: false, calculatesOnOpening: false };
  return { bytes: COPY, facts, report: REPORT };
}

beforeEach(() => {
  shareFile.mockReset().mockResolvedValue(shared(false));
});

test("downloads the copy under the name of the original, with what was done", async () => {
  const copy = await fileSharer()(ORIGINAL, "Plan.xlsx", "Ada");
  expect(copy).toEqual({
    report: REPORT,
    facts: shared(false).facts,
    saved: { to: "downloads", name: "Plan (share-safe).xlsx" },
  });
  expect(shareFile.mock.calls).toEqual([[ORIGINAL, expect.any(Date), "Ada"]]);
  expect(downloads.clicked).toMatchObject([{ download: "Plan (share-safe).xlsx" }]);
  expect(downloads.blob()?.size).toBe(3);
  expect(downloads.blob()?.type).toBe(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  );
});

test("opens the copy instead where it can", async () => {
  const opened: Uint8Array[] = [];
  const share = fileSharer(async (bytes) => {
    opened.push(bytes);
  });
  expect((await share(ORIGINAL, "Plan.xlsx")).saved).toEqual({ to: "newWorkbook" });
  expect(opened).toEqual([COPY]);
  expect(downloads.clicked).toEqual([]);
});

test("downloads a copy with macros as what it is, and asks nobody to open it", async () => {
  shareFile.mockResolvedValue(shared(true));
  const open = jest.fn();
  const { saved } = await fileSharer(open)(ORIGINAL, "Plan.xlsm");
  expect(saved).toEqual({ to: "downloads", name: "Plan (share-safe).xlsm" });
  expect(downloads.blob()?.type).toBe("application/vnd.ms-excel.sheet.macroenabled.12");
  expect(open).not.toHaveBeenCalled();
});

test("tells why a file cannot be read, and hands out nothing", async () => {
  shareFile.mockRejectedValue(new HostError("The file has a password.", "encrypted"));
  await expect(fileSharer()(ORIGINAL, "Plan.xlsx")).rejects.toMatchObject({
    message: "The file has a password.",
  });
  expect(downloads.clicked).toEqual([]);
});
