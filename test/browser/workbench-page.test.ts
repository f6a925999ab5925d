import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions } from "playwright-core";
import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("the page of the preview", () => {
  const workbench = sharedWorkbench();

  test("says what it is", async () => {
    const { page } = workbench();
    expect(await page.title()).toBe("AIM: preview without Excel");
    expect(await page.locator("header").first().textContent()).toContain("Preview without Excel.");
    expect(await page.evaluate(() => document.characterSet)).toBe("UTF-8");
  });

  test("opens with a cost to serve that is worked out", async () => {
    // 0.0002 + 70% x (0.048 + 0.004 + 0.002 + 0.003 + 0.001) = 0.0408 a task
    expect(await workbench().shown("C39", "$0.0408")).toMatchObject({ value: "$0.0408" });
    // (99 - 400 x 0.0408 - 9) / 99 and (99 - 6,000 x 0.0408 - 9) / 99
    expect(await workbench().shown("C15", "74.4%")).toMatchObject({ value: "74.4%" });
    expect(await workbench().shown("E15", "-156.4%")).toMatchObject({ value: "-156.4%" });
  });

  test("goes round with F6 and back with Shift+F6", async () => {
    const { page } = workbench();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest("#toggle-pane, #pane, #spreadsheet")?.id);
    expect(await focused()).toBe("spreadsheet");
    await page.keyboard.press("F6");
    expect(await focused()).toBe("pane");
    await page.keyboard.press("F6");
    expect(await focused()).toBe("toggle-pane");
    await page.keyboard.press("F6");
    expect(await focused()).toBe("spreadsheet");
    await page.keyboard.press("Shift+F6");
    expect(await focused()).toBe("toggle-pane");
  });

  test("closes the pane and opens it again", async () => {
    const { page } = workbench();
    const pane = page.getByRole("complementary", { name: "AI margin" });
    const toggle = page.getByRole("button", { name: "AI margin" });
    await page.getByRole("button", { name: "Close the pane" }).press("Enter");
    expect(await pane.isVisible()).toBe(false);
    expect(await toggle.getAttribute("aria-expanded")).toBe("false");
    expect(await toggle.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await pane.isVisible()).toBe(true);
    expect(await toggle.getAttribute("aria-expanded")).toBe("true");
  });

  test("goes on without a network", async () => {
    const { page } = workbench();
    await page.context().setOffline(true);
    await page.keyboard.press("F6");
    await workbench().enter("H1", "=AIM.GROSSMARGIN(100,25)");
    expect(await workbench().shown("H1", "0.75")).toMatchObject({ value: "0.75" });
    await page.context().setOffline(false);
  });
});

describe("the policy of the page", () => {
  const workbench = sharedWorkbench();

  test("keeps scripts out that are not files of ours", async () => {
    const { page, problems } = workbench();
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.head.append(script);
      return document.title;
    });
    expect(ran).toBe("AIM: preview without Excel");
    expect(problems.splice(0)).toEqual([
      expect.stringContaining("directive 'script-src 'self' 'wasm-unsafe-eval''"),
    ]);
  });
});

describe("on a narrow screen", () => {
  const workbench = sharedWorkbench({ viewport: { width: 480, height: 800 } });

  test("shows the grid, and the pane over it once it is asked for", async () => {
    const { page } = workbench();
    const pane = page.getByRole("complementary", { name: "AI margin" });
    expect(await pane.isVisible()).toBe(false);
    await page.getByRole("button", { name: "AI margin" }).press("Enter");
    // A click reaches what lies on top.
    await pane.getByRole("tab", { name: "Functions" }).click();
    await pane.getByRole("searchbox").waitFor();
  });
});

const LOOKS: [string, BrowserContextOptions][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
];

describe.each(LOOKS)("with %s", (_look, options) => {
  const workbench = sharedWorkbench(options);

  test("has nothing for axe to find in what is ours", async () => {
    const { page } = workbench();
    // Univer draws the spreadsheet, toolbar and all; what it shows is told below the grid.
    const { violations } = await new AxeBuilder({ page }).exclude("#spreadsheet").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
