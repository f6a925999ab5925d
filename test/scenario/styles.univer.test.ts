import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { univer } from "../engines/univer";
import { differences, formulasOf, inShort, NO_DIFFERENCE, sheetsOf } from "./plan-cells";

/** Some seconds alone, on a busy computer many more. */
const PATIENCE_MS = 300_000;

test(
  "Univer works the sample's native formulas out to the values that the plan brings",
  async () => {
    const plan = planScenario(SAMPLE, []);
    const calculated = await univer(sheetsOf(plan));
    expect(inShort(differences(formulasOf(plan), calculated))).toEqual(NO_DIFFERENCE);
  },
  PATIENCE_MS,
);

test("both ways to print formulas bring the same values, cell by cell", () => {
  const native = formulasOf(planScenario(SAMPLE, [], "native"));
  const functions = formulasOf(planScenario(SAMPLE, [], "AIM"));
  const values = (cells: typeof native) =>
    cells.map(({ sheet, address, cached }) => [sheet, address, cached]);
  expect(values(functions)).toEqual(values(native));
  expect(functions.filter(({ formula }) => formula.includes("AIM.")).length).toBeGreaterThan(100);
  expect(native.filter(({ formula }) => formula.includes("AIM."))).toEqual([]);
});
