import AxeBuilder from "@axe-core/playwright";
import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { addressOf } from "../scenario/saved-workbook";
import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(180_000);

const PATIENCE = { timeout: 60_000 };

const workbench = sharedWorkbench();

function pane() {
  return workbench().page.getByRole("complementary", { name: "AI margin" });
}

function button(name: string) {
  return pane().getByRole("button", { name, exact: true });
}

/** Waits until the list has these scenarios, each with what is said of it, without when it was built. */
async function listed(count: number): Promise<string[]> {
  const items = pane()
    .getByRole("region", { name: "Scenarios in this workbook" })
    .getByRole("listitem");
  await items.nth(count - 1).waitFor(PATIENCE);
  const texts = await items.allTextContents();
  return texts.map((text) => text.replace(/ · Built .*$/, ""));
}

test("builds the sample, then the same at another price under another name", async () => {
  await button("Build scenario").press("Enter");
  await pane().getByText("Built 10 sheets and opened “Summary”.").waitFor(PATIENCE);
  expect(await listed(1)).toEqual(["Flat seat at $9943.2% blended"]);
  await pane().getByRole("button", { name: "Tariffs" }).press("Enter");
  await pane().locator("summary", { hasText: "1. Flat seat" }).press("Enter");
  const seat = pane().getByRole("group", { name: "1. Flat seat" });
  await seat.getByRole("textbox", { name: "Base fee per seat" }).fill("120");
  // The name is taken by what was built: the form goes to it and says so.
  await button("Build as a new scenario").press("Enter");
  await pane().getByText("The workbook has a scenario of this name: choose another").waitFor();
  const name = pane().getByRole("textbox", { name: "Name of the scenario" });
  expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
  await name.fill("Flat seat at $120");
  await name.press("Enter");
  await pane().getByText("Built 10 sheets and opened “Summary (2)”.").waitFor(PATIENCE);
  // 787.61 tasks of $0.06 and $9 leave (120 - 56.2566) / 120
  expect((await listed(2))[1]).toBe("Flat seat at $12053.1% blended");
});

test("compares them on a sheet that the spreadsheet works out", async () => {
  await pane().getByRole("checkbox", { name: "Flat seat at $99" }).press("Space");
  await pane().getByRole("checkbox", { name: "Flat seat at $120" }).press("Space");
  await button("Compare").press("Enter");
  await pane().getByText("Built the sheet “Compare”.").waitFor(PATIENCE);
  await workbench().page.keyboard.press("Shift+F6");
  // Row 12: 1 - 56.2566 / 99, 1 - 56.2566 / 120, and the difference
  for (const [address, value] of [
    ["C12", "43.2%"],
    ["D12", "53.1%"],
    ["E12", "9.9%"],
  ] as const) {
    expect(await workbench().shown(address, value)).toMatchObject({ address, value });
  }
});

test("opens one again with what was changed on its sheet", async () => {
  const { page, enter } = workbench();
  // The same place as in every scenario of this structure.
  const address = addressOf(planScenario(SAMPLE, []), "Assumptions", "usageP50");
  await page.locator("#spreadsheet").getByText("Assumptions (2)", { exact: true }).click();
  await button("Refresh").focus();
  await page.keyboard.press("Shift+F6");
  await enter(address, "500");
  await button("Open Flat seat at $120").press("Enter");
  await pane().getByText("You edit “Flat seat at $120”.").waitFor(PATIENCE);
  await pane().getByText("Usage at P50: 400 → 500").waitFor();
  // Mean usage 500 x EXP((LN(12) / 2.3263)^2 / 2) = 884.56 tasks: (120 - 9 - 884.56 x 0.06) / 120
  const headline = pane().getByRole("status", { name: "Blended margin" });
  expect(await headline.textContent()).toContain("48.3%");
});

test("removes one with its Compare sheet, after asking, by keyboard alone", async () => {
  const { page } = workbench();
  await button("Remove Flat seat at $120").focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Remove “Flat seat at $120”?" });
  await dialog.waitFor();
  const { violations } = await new AxeBuilder({ page }).exclude("#spreadsheet").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await dialog.getByRole("listitem").allTextContents()).toContain(
    "Compare, which compares it",
  );
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  const asker = button("Remove Flat seat at $120");
  expect(await asker.evaluate((own) => own === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Remove 11 sheets" }).press("Enter");
  await pane().getByText("Removed “Flat seat at $120”: 11 sheets.").waitFor(PATIENCE);
  expect(await listed(1)).toEqual(["Flat seat at $9943.2% blended"]);
});
