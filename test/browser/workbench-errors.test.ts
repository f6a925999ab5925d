import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

const workbench = sharedWorkbench();

/** The next row of its own for each case, since one page serves them all. */
let row = 0;

beforeEach(() => {
  row += 1;
});

// What the cell shows, and the sentence below the grid.
test.each([
  [
    "text for a number",
    '=AIM.GROSSMARGIN("lots",33)',
    "#VALUE!",
    'revenue must be a number, got the text "lots"',
  ],
  ["revenue 0", "=AIM.GROSSMARGIN(0,33)", "#DIV/0!", "revenue is 0, so there is no margin"],
  [
    "a hit rate of 120%",
    "=AIM.COSTTOSERVE(0.04,,,,,120%)",
    "#NUM!",
    "responseCacheHitRate must be from 0 to 1, got 1.2",
  ],
  [
    "tiers out of order",
    "=AIM.GRADUATEDCHARGE(100,{500,200},{0.1,0.08})",
    "#VALUE!",
    "upTo must ascend strictly: entry 2 (200) is not above entry 1 (500)",
  ],
  [
    "a range of the wrong shape",
    "=AIM.GROSSMARGIN(A1:A3,A1:A2)",
    "#VALUE!",
    "cogs is 2 rows x 1 columns and does not fit the 3 x 1 of the other arguments; expected one cell, one row, one column or the same shape",
  ],
])("says what is wrong with %s", async (_what, formula, value, message) => {
  const address = `F${row}`;
  await workbench().enter(address, formula);
  expect(await workbench().shown(address, value)).toEqual({ address, value, message });
});

test("asks whether another model was meant where there is none of that name", async () => {
  const address = `F${row}`;
  await workbench().enter(address, '=AIM.TOKENCOST("claude-sonet-4-5",12000,800)');
  const { value, message } = await workbench().shown(address, "#N/A");
  expect(value).toBe("#N/A");
  expect(message).toMatch(/did you mean .*claude-sonnet-4-5/i);
});

test("names the error in a cell that a formula refers to", async () => {
  const address = `F${row}`;
  await workbench().enter(`G${row}`, "=1/0");
  await workbench().enter(address, `=AIM.GROSSMARGIN(G${row},33)`);
  expect(await workbench().shown(address, "#VALUE!")).toEqual({
    address,
    value: "#VALUE!",
    message: "revenue must be a number, got the error #DIV/0!",
  });
});

test("spoils only the cell of a result whose own argument is wrong, and says so there", async () => {
  const address = `F${row}`;
  await workbench().enter(address, '=AIM.GROSSMARGIN({100,"none",200},50)');
  expect(await workbench().shown(address, "0.5")).toMatchObject({ value: "0.5", message: "" });
  expect(await workbench().shown(`G${row}`, "#VALUE!")).toMatchObject({
    value: "#VALUE!",
    message: 'revenue must be a number, got the text "none"',
  });
  expect(await workbench().shown(`H${row}`, "0.75")).toMatchObject({ value: "0.75", message: "" });
});

test("takes the sentence away with the mistake, and calculates on", async () => {
  const address = `F${row}`;
  await workbench().enter(address, "=AIM.GROSSMARGIN(0,33)");
  expect(await workbench().shown(address, "#DIV/0!")).toMatchObject({ value: "#DIV/0!" });
  await workbench().enter(address, "=AIM.GROSSMARGIN(99,33)");
  expect(await workbench().shown(address, "0.666666666667")).toEqual({
    address,
    value: "0.666666666667",
    message: "",
  });
});
