import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

const workbench = sharedWorkbench();

async function expectShown(address: string, value: string): Promise<void> {
  expect(await workbench().shown(address, value)).toEqual({ address, value, message: "" });
}

test.each([
  // 0.0002 + 70% x (0.04 + 0.004 + 0.002 + 0.003 + 0.001) = 0.0352
  ["=AIM.COSTTOSERVE(0.04,0.004,0.002,0.003,0.001,30%,0.0002)", "0.0352"],
  // (99 - 33) / 99, at 12 digits
  ["=AIM.GROSSMARGIN(99,33)", "0.666666666667"],
  // (12,000 x $3 + 800 x $15) / 1,000,000
  ['=AIM.TOKENCOST("claude-sonnet-4-5",12000,800)', "0.048"],
  ["=aim.grossmargin(100,25)", "0.75"],
])("works out %s as it is typed", async (formula, value) => {
  await workbench().enter("F1", formula);
  await expectShown("F1", value);
});

test("follows an edited precedent, and its undoing and redoing", async () => {
  await workbench().enter("G1", "100");
  await workbench().enter("G2", "40");
  await workbench().enter("G3", "=AIM.GROSSMARGIN(G1,G2)");
  await expectShown("G3", "0.6");
  await workbench().enter("G2", "25");
  await expectShown("G3", "0.75");
  await workbench().page.keyboard.press("Control+z");
  await expectShown("G3", "0.6");
  await workbench().page.keyboard.press("Control+y");
  await expectShown("G3", "0.75");
});

test("spills over as many cells as there are answers, and A1# means all of them", async () => {
  await workbench().enter("H1", "100");
  await workbench().enter("H2", "200");
  await workbench().enter("H3", "400");
  await workbench().enter("I1", "=AIM.GROSSMARGIN(H1:H3,50)");
  await expectShown("I1", "0.5");
  await expectShown("I2", "0.75");
  await expectShown("I3", "0.875");
  // 0.5 + 0.75 + 0.875
  await workbench().enter("J1", "=SUM(I1#)");
  await expectShown("J1", "2.125");
  await workbench().enter("H3", "50");
  await expectShown("J1", "1.25");
});

test("does not spill over what is there, and does so once it is gone", async () => {
  await workbench().enter("K2", "in the way");
  await workbench().enter("K1", "=AIM.GROSSMARGIN({100;200},50)");
  await expectShown("K1", "#SPILL!");
  await workbench().goTo("K2");
  await workbench().page.keyboard.press("Delete");
  await expectShown("K1", "0.5");
  await expectShown("K2", "0.75");
});

test("offers the functions and their parameters while one types", async () => {
  const { page } = workbench();
  await workbench().goTo("L1");
  await page.keyboard.type("=AIM.GROSS");
  const grid = page.getByRole("region", { name: "Spreadsheet" });
  await grid.getByText("Share of revenue left after the cost of serving it.").waitFor();
  await page.keyboard.press("Tab");
  await grid.getByText("AIM.GROSSMARGIN(").first().waitFor();
  await page.keyboard.type("99,33)");
  await page.keyboard.press("Enter");
  await expectShown("L1", "0.666666666667");
});

test("takes a formula as it is typed on Enter, whatever is offered", async () => {
  const { page } = workbench();
  await workbench().goTo("M1");
  await page.keyboard.type("=AIM.G");
  const grid = page.getByRole("region", { name: "Spreadsheet" });
  await grid.getByText("What a graduated tariff bills in a month").waitFor();
  await page.keyboard.type("ROSSMARGIN(99,33)");
  await page.keyboard.press("Enter");
  await expectShown("M1", "0.666666666667");
});
