import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./find-browser";
import { unpackChromium } from "./unpack-chromium";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "aim-browsers-"));
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

/** An installed program, which nobody starts here. */
function install(...parts: string[]): string {
  const path = join(home, ...parts);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  return path;
}

test("takes the one that CHROMIUM_PATH names before any other", async () => {
  const chosen = install("own", "chrome");
  install("bin", "chromium");
  const found = await findBrowser({ CHROMIUM_PATH: chosen, PATH: join(home, "bin") }, "linux");
  expect(found?.executablePath).toBe(chosen);
});

test("says so where CHROMIUM_PATH names no file", async () => {
  const missing = join(home, "nothing");
  await expect(findBrowser({ CHROMIUM_PATH: missing })).rejects.toThrow(
    `CHROMIUM_PATH names no file: ${missing}`,
  );
});

test("prefers Chromium to Chrome and Edge on the path of Linux", async () => {
  install("bin", "microsoft-edge");
  install("bin", "google-chrome");
  const preferred = install("bin", "chromium");
  const found = await findBrowser({ PATH: join(home, "bin") }, "linux");
  expect(found?.executablePath).toBe(preferred);
});

test("finds Chrome on Windows", async () => {
  const chrome = install("Google", "Chrome", "Application", "chrome.exe");
  const found = await findBrowser({ PROGRAMFILES: home }, "win32");
  expect(found?.executablePath).toBe(chrome);
});

test("finds Edge in the applications of a macOS user", async () => {
  const edge = install("Applications", "Microsoft Edge.app", "Contents", "MacOS", "Microsoft Edge");
  const found = await findBrowser({ HOME: home }, "darwin");
  expect(found?.executablePath).toBe(edge);
});

test("finds none where none is", async () => {
  expect(await findBrowser({ PROGRAMFILES: home }, "win32")).toBeUndefined();
});

// The package holds a program for this system alone.
const unpackable = process.platform === "linux" && process.arch === "x64" ? ["npm"] : [];

test.each(unpackable.map((from) => [from]))(
  "opens a page with the browser that %s brings along",
  async () => {
    const { executablePath, libraries, fonts } = await unpackChromium();
    const browser = await chromium.launch({
      executablePath,
      args: ["--disable-gpu"],
      env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts },
    });
    const page = await browser.newPage();
    await page.setContent("<h1>ready</h1>");
    expect(await page.textContent("h1")).toBe("ready");
    await browser.close();
  },
  60_000,
);
