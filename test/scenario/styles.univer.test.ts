import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { FUNCTIONS } from "../../src/functions";
import { calculateWithUniver, univer } from "../engines/univer";
import { functionMetadata } from "../functions/function-metadata";
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

test(
  "Univer works the sample's calls of the functions out to the same values",
  async () => {
    const plan = planScenario(SAMPLE, [], "AIM");
    const functions = new Map(
      [...FUNCTIONS].map(([id, definition]) => {
        // Every definition spills; the registry tells no more than what all arities share.
        const { spill } = definition as unknown as { spill: (...cells: unknown[]) => unknown };
        return [id, spill] as const;
      }),
    );
    const calculated = await calculateWithUniver(
      sheetsOf(plan),
      functions,
      await functionMetadata(),
    );
    expect(inShort(differences(formulasOf(plan), calculated))).toEqual(NO_DIFFERENCE);
  },
  PATIENCE_MS,
);
