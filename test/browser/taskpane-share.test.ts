import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { planFile } from "../../src/entry/plan-file";
import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { launchBrowser } from "./launch-browser";
import { type Served, serveFolder } from "./serve-folder";

jest.setTimeout(120_000);

const PATIENCE = { timeout: 60_000 };

const DIST = join(process.cwd(), "dist");

/** As much of Office.js as the tab needs: a workbook of these bytes, and Excel that opens files. */
const OFFICE = `
  window.opened = [];
  const succeeded = (value) => ({ status: "succeeded", value });
  const file = () => ({
    size: window.workbook.length,
    sliceCount: 1,
    getSliceAsync: (_i, callback) => callback(succeeded({ data: window.workbook })),
    closeAsync: () => undefined,
  });
  window.Office = {
    AsyncResultStatus: { Succeeded: "succeeded" },
    FileType: { Compressed: "compressed" },
    onReady: async () => ({}),
    context: {
      document: {
        url: "C:\\\\Plans\\\\Board.xlsx",
        getFileAsync: (_type, _options, callback) => callback(succeeded(file())),
      },
    },
  };
  window.OfficeExtension = { Error: class extends Error {} };
  window.Excel = {
    run: async () => { throw new Error("there is no workbook"); },
    createWorkbook: async (base64) => { window.opened.push(base64); },
  };
  window.CustomFunctions = { associate: () => undefined };
`;

let served: Served;
let browser: Browser;
let page: Page;
const scripts: string[] = [];

beforeAll(async () => {
  [served, browser] = await Promise.all([serveFolder(DIST), launchBrowser()]);
  page = await browser.newPage();
  await page.route(/appsforoffice\.microsoft\.com/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: OFFICE }),
  );
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === served.origin && pathname.endsWith(".js")) scripts.push(pathname);
  });
  await page.goto(`${served.origin}/taskpane.html`);
  await page.getByRole("tab", { name: "Share" }).click(PATIENCE);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

/** Whether one of the scripts that were loaded is a part of the spreadsheet program. */
function hasSpreadsheet(): boolean {
  return scripts.some((path) => readFileSync(join(DIST, path), "utf8").includes("univer"));
}

test("loads the spreadsheet program that checks copies with the first copy alone", async () => {
  expect(scripts.length).toBeGreaterThan(1);
  expect(hasSpreadsheet()).toBe(false);
  const bytes = await planFile(planScenario(SAMPLE, [], "AIM"), SAMPLE.name, new Date());
  await page.evaluate(
    (all) => {
      Object.assign(window, { workbook: all });
    },
    [...bytes],
  );
  await page.getByRole("button", { name: "Share-safe copy of this workbook" }).press("Enter");
  await page.getByText("Opened as a new workbook: save it where you want it.").waitFor(PATIENCE);
  await page.getByRole("heading", { name: "Made share-safe", exact: true }).waitFor();
  expect(hasSpreadsheet()).toBe(true);
  const opened = await page.evaluate(() => (window as unknown as { opened: string[] }).opened);
  // "UEsDB" is how a ZIP archive begins in base64: 50 4B 03 04.
  expect(opened).toEqual([expect.stringMatching(/^UEsDB/)]);
});
