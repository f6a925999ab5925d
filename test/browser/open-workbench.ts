import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { cellAddress } from "../../src/workbook/address";
import { launchBrowser } from "./launch-browser";
import { type Served, serveFolder } from "./serve-folder";

/** What the line below the grid says of the selected cell. */
export interface ShownCell {
  readonly address: string;
  readonly value: string;
  readonly message: string;
}

/** The preview in a page of a browser, worked by keyboard as a user works it. */
export interface OpenWorkbench {
  readonly page: Page;
  /** Requests to other origins, errors on the console and in scripts, breaches of the policy. */
  readonly problems: string[];
  /** Goes to a cell with the arrow keys. */
  readonly goTo: (address: string) => Promise<void>;
  /** Types into a cell and presses Enter. */
  readonly enter: (address: string, text: string) => Promise<void>;
  /** What a cell shows, once it shows this value or after some seconds. */
  readonly shown: (address: string, value: string) => Promise<ShownCell>;
}

const PATIENCE = { timeout: 30_000 };

/** Milliseconds after which a selection that has not arrived is led on. */
const A_WHILE = 2_000;

/** Serves the production build. */
async function serveBuild(): Promise<Served> {
  const dist = join(process.cwd(), "dist");
  if (!existsSync(join(dist, "workbench.html"))) {
    throw new Error('There is no build to open: run "npm run build" first');
  }
  return serveFolder(dist);
}

function watch(page: Page, known: readonly string[]): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && !known.includes(to)) {
      problems.push(`elsewhere: ${request.url()}`);
    }
  });
  return problems;
}

/** Row and column of an address such as "B4", counted from 0. */
function place(address: string): { row: number; column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

/**
 * One preview for a file of journeys: opening one takes seconds, and nobody reloads between formulas.
 *
 * @param others gives the origins that the page may ask besides its own
 */
export function sharedWorkbench(
  options: BrowserContextOptions = {},
  others: () => readonly string[] = () => [],
): () => OpenWorkbench {
  let opened: { served: Served; browser: Browser; workbench: OpenWorkbench } | undefined;

  const current = () => {
    if (!opened) throw new Error("the preview is not open");
    return opened;
  };

  beforeAll(async () => {
    const [served, browser] = await Promise.all([serveBuild(), launchBrowser()]);
    const workbench = await openWorkbench(browser, served.origin, options, others());
    opened = { served, browser, workbench };
  }, 60_000);

  afterEach(() => {
    expect(current().workbench.problems).toEqual([]);
  });

  afterAll(async () => {
    const { served, browser } = current();
    await browser.close();
    await served.close();
  });

  return () => current().workbench;
}

/** Opens the preview and waits until its grid has the keyboard and its pane is there. */
async function openWorkbench(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions,
  others: readonly string[],
): Promise<OpenWorkbench> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const problems = watch(page, [origin, ...others]);
  await page.goto(`${origin}/workbench.html`);
  await page.locator("#cell-address:not(:empty)").waitFor(PATIENCE);
  await page.locator("#spreadsheet [contenteditable]:focus").waitFor({ state: "attached" });
  await page
    .locator("#root > *")
    .first()
    .waitFor({ ...PATIENCE, state: "attached" });

  const part = async (id: string) => (await page.locator(`#${id}`).textContent()) ?? "";
  /** Whether a part of the page has come to say this within so many milliseconds. */
  const until = (id: string, text: string, timeout: number) =>
    page
      .waitForFunction(
        (wanted) => document.getElementById(wanted.id)?.textContent === wanted.text,
        { id, text },
        { timeout: Math.max(timeout, 1) },
      )
      .then(
        () => true,
        () => false,
      );

  /**
   * Presses the arrows that lead to a cell. Undoing and redoing move the selection when they are
   * done, not when their key is pressed, so a selection that went elsewhere is led back.
   */
  async function goTo(address: string): Promise<void> {
    const end = Date.now() + PATIENCE.timeout;
    const to = place(address);
    const press = async (key: string, times: number) => {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
    };
    for (;;) {
      const from = place(await part("cell-address"));
      await press("ArrowUp", from.row - to.row);
      await press("ArrowDown", to.row - from.row);
      await press("ArrowLeft", from.column - to.column);
      await press("ArrowRight", to.column - from.column);
      const left = end - Date.now();
      if (await until("cell-address", address, Math.min(left, A_WHILE))) return;
      if (left <= 0) throw new Error(`the selection did not go to ${address}`);
    }
  }

  async function shown(address: string, value: string): Promise<ShownCell> {
    const end = Date.now() + PATIENCE.timeout;
    for (;;) {
      await goTo(address);
      await until("cell-value", value, A_WHILE);
      const cell = {
        address: await part("cell-address"),
        value: await part("cell-value"),
        message: await part("cell-message"),
      };
      if ((cell.address === address && cell.value === value) || Date.now() > end) return cell;
    }
  }

  return {
    page,
    problems,
    goTo,
    enter: async (address, text) => {
      await goTo(address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      const { row, column } = place(address);
      const next = cellAddress(row + 1, column);
      if (!(await until("cell-address", next, PATIENCE.timeout))) {
        throw new Error(`Enter in ${address} did not lead to ${next}`);
      }
    },
    shown,
  };
}
