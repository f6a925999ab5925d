import { readFile } from "node:fs/promises";
import type { Request } from "playwright-core";
import type { Calculated, CellValue } from "../engines/cells";
import { describeWithLibreOffice } from "../engines/describe-with-libreoffice";
import { sharedWorkbench } from "./open-workbench";

describeWithLibreOffice("a scenario downloaded in the preview", (libreOffice) => {
  // Ends on a request to another origin, too.
  const workbench = sharedWorkbench({ acceptDownloads: true });

  /** Presses the button and returns the file, and the scripts that were loaded for it. */
  async function download() {
    const { page } = workbench();
    const scripts: string[] = [];
    const watch = (request: Request) => {
      if (request.resourceType() === "script") scripts.push(request.url());
    };
    page.on("request", watch);
    const arriving = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: "Download .xlsx" }).press("Enter");
    const file = await arriving;
    const name = file.suggestedFilename();
    await page.getByText(`“${name}” is in your downloads.`).waitFor();
    page.off("request", watch);
    return { name, scripts, bytes: await readFile(await file.path()) };
  }

  /** The figure in column C beside a label in column A. */
  function beside(book: Calculated, sheet: string, label: string): CellValue | undefined {
    const cells = book.get(sheet);
    const found = [...(cells ?? [])].find(([at, value]) => /^A\d/.test(at) && value === label);
    return cells?.get((found?.[0] ?? "").replace("A", "C"));
  }

  test("has the figures of the sample, worked out anew by LibreOffice", async () => {
    const { name, bytes } = await download();
    expect(name).toBe("Flat seat at $99.xlsx");
    const book = await libreOffice().recalculate(bytes);
    // Mean usage 400 x EXP(1.164^2 / 2) = 787.61 tasks, which cost 787.61 x 0.06 + 9 = 56.26 of 99
    expect(beside(book, "Summary", "Blended margin")).toBeCloseTo(0.4317514, 7);
    // 1 - (400 x 0.06 + 9) / 99 and 1 - (6,000 x 0.06 + 9) / 99
    expect(beside(book, "Summary", "Margin at P50")).toBeCloseTo(0.6666667, 7);
    expect(beside(book, "Summary", "Margin at P99")).toBeCloseTo(-2.7272727, 7);
    expect(beside(book, "Summary", "All checks of the workbook")).toBe("OK");
  });

  test("loads what writes files with the first one alone", async () => {
    const { page } = workbench();
    await page.reload();
    await page.getByRole("button", { name: "Download .xlsx" }).waitFor({ timeout: 60_000 });
    const first = await download();
    expect(first.scripts).not.toEqual([]);
    const second = await download();
    expect(second.scripts).toEqual([]);
    expect(second.bytes.length).toBeGreaterThan(50_000);
  });
});
