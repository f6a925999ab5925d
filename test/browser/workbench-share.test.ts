import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { strFromU8, unzipSync } from "fflate";
import { planFile } from "../../src/entry/plan-file";
import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(240_000);

const PATIENCE = { timeout: 120_000 };

const workbench = sharedWorkbench({ acceptDownloads: true });

function pane() {
  return workbench().page.getByRole("complementary", { name: "AI margin" });
}

function button(name: string) {
  return pane().getByRole("button", { name, exact: true });
}

/** The keyboard goes from the pane back into the grid. */
async function focusGrid(): Promise<void> {
  await pane().getByRole("tab", { name: "Share" }).focus();
  await workbench().page.keyboard.press("Shift+F6");
}

/** The formulas that the check lists for these cells; none where it does not list the cell. */
async function listedFormulas(...cells: readonly string[]): Promise<(string | undefined)[]> {
  await button("Check workbook").press("Enter");
  await pane()
    .getByRole("status", { name: "Check of the workbook" })
    .filter({ hasText: /found/ })
    .waitFor(PATIENCE);
  const more = pane().getByRole("button", { name: /^Show all / });
  if ((await more.count()) > 0) await more.first().press("Enter");
  const lines = await pane()
    .getByRole("list", { name: "Formulas that need the add-in" })
    .getByRole("listitem")
    .allTextContents();
  return cells.map((cell) => {
    const line = lines.find((text) => text.startsWith(`Sample!${cell}Go to`));
    return line?.slice(line.lastIndexOf(".=") + 1);
  });
}

async function axeFinds(): Promise<unknown> {
  const { page } = workbench();
  // Fluent's dialogs leave two marks at the ends of the page that send the focus on; they hold nothing.
  const { violations } = await new AxeBuilder({ page })
    .exclude("#spreadsheet")
    .exclude("[data-tabster-dummy]")
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** The figures that the typed formulas show. */
async function expectFigures(): Promise<void> {
  for (const [address, value] of [
    // (99 - 33) / 99
    ["J1", "0.666666666667"],
    // (99 - 33) / 99 and (50 - 20) / 50
    ["K1", "0.666666666667"],
    ["K2", "0.6"],
    // 20 / (1 - 60%)
    ["J2", "50"],
  ] as const) {
    expect(await workbench().shown(address, value)).toMatchObject({ address, value });
  }
}

test("finds the formulas that were typed, and goes to one", async () => {
  const { page, enter } = workbench();
  for (const [address, text] of [
    ["G1", "99"],
    ["G2", "50"],
    ["H1", "33"],
    ["H2", "20"],
    ["J1", "=AIM.GROSSMARGIN(G1,H1)"],
    ["J2", "=AIM.PRICEFLOOR(H2,60%)"],
    ["K1", "=AIM.GROSSMARGIN(G1:G2,H1:H2)"],
  ] as const) {
    await enter(address, text);
  }
  await expectFigures();
  await pane().getByRole("tab", { name: "Share" }).click();
  expect(await listedFormulas("J1", "J2", "K1", "K2")).toEqual([
    "=AIM.GROSSMARGIN(G1,H1)",
    "=AIM.PRICEFLOOR(H2,60%)",
    "=AIM.GROSSMARGIN(G1:G2,H1:H2)",
    undefined,
  ]);
  expect(await axeFinds()).toEqual([]);
  await button("Go to Sample!K1").press("Enter");
  await page.locator("#cell-address", { hasText: /^K1$/ }).waitFor();
});

test("makes the workbook share-safe, with the same figures from ordinary formulas", async () => {
  const { page } = workbench();
  await button("Make share-safe …").press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Make this workbook share-safe?" });
  await dialog.waitFor(PATIENCE);
  expect(await axeFinds()).toEqual([]);
  await dialog.getByRole("textbox", { name: /^Prepared by/ }).fill("Ada");
  await dialog.getByRole("button", { name: /^Change \d+ formulas$/ }).press("Enter");
  const heading = pane().getByRole("heading", { name: "Made share-safe", exact: true });
  await heading.waitFor(PATIENCE);
  expect(await heading.evaluate((own) => own === document.activeElement)).toBe(true);
  expect(await axeFinds()).toEqual([]);
  await page.locator("#spreadsheet").getByText("Sample", { exact: true }).click();
  await focusGrid();
  await expectFigures();
  // (66 - 33) / 66: they still calculate.
  await workbench().enter("G1", "66");
  expect(await workbench().shown("J1", "0.5")).toMatchObject({ value: "0.5" });
  expect(await workbench().shown("K1", "0.5")).toMatchObject({ value: "0.5" });
  await workbench().enter("G1", "99");
  expect(await listedFormulas("J1", "J2", "K1", "K2")).toEqual(Array(4).fill(undefined));
});

test("puts the formulas back", async () => {
  const { page } = workbench();
  await button("Restore formulas …").press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Restore the formulas?" });
  await dialog.getByRole("button", { name: "Restore formulas" }).press("Enter");
  await pane()
    .getByRole("heading", { name: /formulas are back\.$/ })
    .waitFor(PATIENCE);
  await page.locator("#spreadsheet").getByText("Sample", { exact: true }).click();
  await focusGrid();
  await expectFigures();
  expect(await listedFormulas("J1", "J2", "K1", "K2")).toEqual([
    "=AIM.GROSSMARGIN(G1,H1)",
    "=AIM.PRICEFLOOR(H2,60%)",
    "=AIM.GROSSMARGIN(G1:G2,H1:H2)",
    undefined,
  ]);
  expect(await button("Restore formulas …").count()).toBe(0);
});

/** The parts of a file as one text. */
function partsOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([path]) => path.endsWith(".xml"))
    .map(([, part]) => strFromU8(part))
    .join("\n");
}

test("hands out a copy of a dropped file in which no formula calls the add-in", async () => {
  const { page } = workbench();
  const original = await planFile(planScenario(SAMPLE, [], "AIM"), SAMPLE.name, new Date());
  expect(partsOf(original)).toMatch(/<f>[^<]*AIM[._]/);
  // As the browser has it where a file is dropped.
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], "Board.xlsx"));
      return data;
    },
    [...original],
  );
  const arriving = page.waitForEvent("download", PATIENCE);
  await pane()
    .getByRole("group", { name: "Workbook file" })
    .dispatchEvent("drop", { dataTransfer: transfer });
  const file = await arriving;
  expect(file.suggestedFilename()).toBe("Board (share-safe).xlsx");
  await pane().getByText("“Board (share-safe).xlsx” is in your downloads.").waitFor(PATIENCE);
  await pane().getByRole("heading", { name: "Made share-safe", exact: true }).waitFor();
  const copy = partsOf(await readFile(await file.path()));
  expect(copy).not.toMatch(/<f[^>]*>[^<]*AIM[._]/);
  expect(copy).toContain("About these figures");
});

test("says what a file is that is no workbook", async () => {
  const { page } = workbench();
  await page
    .locator("#panel-share input[type=file]")
    .setInputFiles({ name: "Plan.xlsx", mimeType: "", buffer: Buffer.from("name,cost\nAda,1\n") });
  const alert = pane().getByRole("alert");
  await alert.waitFor(PATIENCE);
  expect(await alert.textContent()).toMatch(/^This is no \.xlsx workbook\./);
});
