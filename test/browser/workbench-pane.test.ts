import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

const workbench = sharedWorkbench();

function pane() {
  return workbench().page.getByRole("complementary", { name: "AI margin" });
}

test("puts a function's example into the selected cell, where it is worked out", async () => {
  const { page } = workbench();
  await workbench().goTo("H1");
  await page.keyboard.press("F6");
  await pane().getByRole("tab", { name: "Functions" }).click();
  await pane().getByRole("searchbox").fill("grossmargin");
  await pane()
    .getByRole("button", { name: /^GROSSMARGIN/ })
    .press("Enter");
  await pane().getByRole("button", { name: "Insert", exact: true }).press("Enter");
  await pane().getByText("Inserted in H1.").waitFor();
  await page.keyboard.press("Shift+F6");
  // The first example of the function: what costs 40 cents of a dollar leaves 60
  expect(await workbench().shown("H1", "0.6")).toMatchObject({ value: "0.6", message: "" });
});

test("finds every function registered and right, in a sheet of its own", async () => {
  await pane().getByRole("tab", { name: "Functions" }).click();
  await pane().getByRole("button", { name: "Check functions" }).click();
  await pane().getByRole("button", { name: "Check in a new sheet" }).click();
  await pane()
    .getByText("Functions registered and giving right answers:")
    .waitFor({ timeout: 60_000 });
  // The sheet is gone again, from the sheet bar too.
  const sheetsNamed = (name: string) => workbench().page.getByText(name, { exact: true }).count();
  expect([await sheetsNamed("Sample"), await sheetsNamed("AIM check")]).toEqual([1, 0]);
});

test("builds a scenario whose figures the spreadsheet works out by AIM functions", async () => {
  const { page } = workbench();
  await pane().getByRole("tab", { name: "Scenario" }).click();
  await pane()
    .getByRole("radio", { name: /^AIM functions/ })
    .check();
  await pane().getByRole("button", { name: "Build scenario" }).press("Enter");
  await pane().getByText("Built 10 sheets and opened “Summary”.").waitFor({ timeout: 60_000 });
  // 400 tasks at P50 and 6,000 at P99 of $0.06, $9 fixed and a price of $99: on average
  // 787.61 tasks, which leave (99 - 9 - 787.61 x 0.06) / 99; at P50 (99 - 9 - 24) / 99; at P99
  // (99 - 9 - 360) / 99.
  await page.keyboard.press("Shift+F6");
  for (const [address, value] of [
    ["C6", "OK"],
    ["C11", "43.2%"],
    ["C13", "66.7%"],
    ["C17", "-272.7%"],
  ] as const) {
    expect(await workbench().shown(address, value)).toEqual({ address, value, message: "" });
  }
});
