import { SAMPLE } from "../../src/scenario/sample";
import { changedScenario } from "../../src/scenario/saved-scenario-changes";
import type { CellValue } from "../../src/workbook/host";
import type { MemoryHost } from "../taskpane/memory-host";
import { addressOf, firstSaved, workbookWith } from "./saved-workbook";

async function changes(host: MemoryHost) {
  const { saved, content } = await firstSaved(host);
  return changedScenario(host.read, saved, content.scenario);
}

/** What is found once a value is typed into an input of the sample. */
async function after(sheet: string, name: string, value: CellValue, place = 0) {
  const host = await workbookWith(SAMPLE);
  host.type(sheet, addressOf(host.built[0], sheet, name, place), value);
  return changes(host);
}

test("finds nothing where nothing was changed", async () => {
  const host = await workbookWith(SAMPLE);
  expect(await changes(host)).toEqual({ scenario: SAMPLE, taken: [], left: [], moved: [] });
});

test("takes a number over into the scenario, and says what it was", async () => {
  const found = await after("Assumptions", "usageP50", 500);
  expect(found.scenario).toEqual({ ...SAMPLE, usage: { ...SAMPLE.usage, p50: 500 } });
  expect(found.taken).toEqual([{ label: "Usage at P50", format: "count", built: 400, now: 500 }]);
  expect(found.left).toEqual([]);
});

test("takes each kind of input over to its own place", async () => {
  const host = await workbookWith(SAMPLE);
  const [plan] = host.built;
  const type = (sheet: string, name: string, value: CellValue, place = 0) => {
    host.type(sheet, addressOf(plan, sheet, name, place), value);
  };
  type("Assumptions", "leg.calls", 5);
  type("Assumptions", "tariff.baseFee", 120);
  type("Assumptions", "tariff.unitPrice.2", 0.2, 1);
  type("Assumptions", "lever.routedModel", "Sample student");
  type("Assumptions", "policy", "Variable", 6);
  type("Assumptions", "driver.high", 3, 1);
  type("Assumptions", "priceCurrency", "EUR");
  type("Assumptions", "focus", 2);
  type("Prices", "prices.listInput", 2.5);
  type("Prices", "prices.ownOutput", 12);
  const { scenario, taken, left } = await changes(host);
  expect(scenario.task.legs[0]?.calls).toBe(5);
  expect(scenario.tariffs[0]?.baseFee).toBe(120);
  expect(scenario.tariffs[1]?.tiers[1]?.unitPrice).toBe(0.2);
  expect(scenario.levers.routedModel).toBe("Sample student");
  expect(scenario.policy.review).toBe("Variable");
  expect(scenario.sensitivity.usage).toEqual({ low: 0.5, high: 3 });
  expect(scenario.product.priceCurrency).toBe("EUR");
  expect(scenario.focus).toBe(2);
  expect(scenario.prices[0]).toMatchObject({ input: 2.5, negotiatedOutput: 12 });
  expect(taken).toHaveLength(10);
  expect(left).toEqual([]);
  expect(taken.map(({ label }) => label)).toContain("Base fee per seat, Flat seat");
});

test.each([
  ["a text in place of a number", "Assumptions", "usageP50", "many", 0],
  ["nothing in place of a number", "Assumptions", "customers", null, 0],
  ["nothing as an empty text", "Assumptions", "customers", "", 0],
  ["a bound of the last, open tier", "Assumptions", "tariff.upTo.2", 900, 1],
  ["a tier that the tariff does not have", "Assumptions", "tariff.unitPrice.2", 0.1, 0],
  ["a list price that every model has", "Prices", "prices.listInput", null, 0],
  ["an input of the sheets alone", "Assumptions", "monthsPerYear", 13, 0],
])(
  "leaves what a scenario cannot hold as it was built: %s",
  async (_it, sheet, name, value, at) => {
    const { scenario, taken, left } = await after(sheet, name, value, at);
    expect(scenario).toEqual(SAMPLE);
    expect(taken).toEqual([]);
    expect(left).toEqual([expect.objectContaining({ now: value === "" ? null : value })]);
  },
);

test("takes a number that only lost digits beyond the fifteenth for the same", async () => {
  expect((await after("Assumptions", "tariff.unitPrice.1", 0.18000000000000002, 2)).taken).toEqual(
    [],
  );
  expect((await after("Assumptions", "tariff.unitPrice.1", 0.1800001, 2)).taken).toHaveLength(1);
});

test("compares nothing on a sheet whose rows were moved, and says so", async () => {
  const host = await workbookWith(SAMPLE);
  host.rename("Assumptions", "Inputs");
  // The label of the first row stands one row lower, as if a row had been put in above.
  const [row] = /\d+/.exec(addressOf(host.built[0], "Assumptions", "customers")) ?? [];
  host.type("Inputs", `A${row}`, null);
  host.type("Inputs", `C${row}`, 5000);
  const found = await changes(host);
  expect(found).toEqual({ scenario: SAMPLE, taken: [], left: [], moved: ["Inputs"] });
});

test("passes over a sheet that was deleted", async () => {
  const host = await workbookWith(SAMPLE);
  await host.remove(["Prices"]);
  expect(await changes(host)).toEqual({ scenario: SAMPLE, taken: [], left: [], moved: [] });
});
