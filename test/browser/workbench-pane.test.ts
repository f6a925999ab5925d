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
});
