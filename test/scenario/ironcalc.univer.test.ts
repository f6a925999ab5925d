import { planScenario } from "../../src/scenario/build-scenario";
import { ironCalc } from "../engines/ironcalc";
import { differences, formulasOf, inShort, NO_DIFFERENCE, sheetsOf } from "./plan-cells";
import { PROVEN } from "./proven-scenarios";

/** One scenario takes a second or two, on a busy computer many more. */
const PATIENCE_MS = 120_000;

/** LibreOffice works all of them out; every second shows where two programs differ. */
const EVERY_SECOND = PROVEN.filter((_, i) => i % 2 === 0);

test.each(EVERY_SECOND)(
  "IronCalc works every formula out to the value that the plan brings: $it",
  async ({ scenario }) => {
    const plan = planScenario(scenario, []);
    const formulas = formulasOf(plan);
    // The smallest scenario has some 4,000.
    expect(formulas.length).toBeGreaterThan(3000);
    const calculated = await ironCalc(sheetsOf(plan));
    expect(inShort(differences(formulas, calculated))).toEqual(NO_DIFFERENCE);
  },
  PATIENCE_MS,
);

test(
  "a single wrong value would be found",
  async () => {
    const [sample] = PROVEN;
    if (!sample) throw new Error("the sample is the first");
    const plan = planScenario(sample.scenario, []);
    const wrong = formulasOf(plan).map((cell) =>
      cell.name === "unitCost" && typeof cell.cached === "number"
        ? { ...cell, cached: cell.cached * (1 + 1e-8) }
        : cell,
    );
    const found = differences(wrong, await ironCalc(sheetsOf(plan)));
    expect(found.map(({ name }) => name)).toEqual(["unitCost"]);
  },
  PATIENCE_MS,
);
