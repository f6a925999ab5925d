import { writeXlsx } from "../../src/hosts/file/write-xlsx";
import { planScenario } from "../../src/scenario/build-scenario";
import type { Plan } from "../../src/workbook/plan";
import type { Calculated } from "../engines/cells";
import { describeWithLibreOffice } from "../engines/describe-with-libreoffice";
import { differences, formulasOf, inShort, NO_DIFFERENCE } from "./plan-cells";
import { PROVEN } from "./proven-scenarios";

/** All files with one start of the program: a minute, on a busy computer several. */
const PATIENCE_MS = 900_000;

const AT = new Date(Date.UTC(2026, 0, 1));

describeWithLibreOffice(
  "the .xlsx of a scenario, calculated anew by LibreOffice",
  (libreOffice) => {
    const plans = new Map<string, Plan>();
    const calculated = new Map<string, Calculated>();

    beforeAll(async () => {
      const files: Uint8Array[] = [];
      for (const { it, scenario } of PROVEN) {
        const plan = planScenario(scenario, []);
        plans.set(it, plan);
        files.push(await writeXlsx(plan, { title: scenario.name, at: AT }));
      }
      const books = await libreOffice().recalculateAll(files);
      for (const [i, { it }] of PROVEN.entries()) calculated.set(it, books[i] ?? new Map());
    }, PATIENCE_MS);

    test.each(PROVEN)("has every value that the plan brings: $it", ({ it }) => {
      const plan = plans.get(it);
      const formulas = plan ? formulasOf(plan) : [];
      expect(formulas.length).toBeGreaterThan(3000);
      expect(inShort(differences(formulas, calculated.get(it) ?? new Map()))).toEqual(
        NO_DIFFERENCE,
      );
    });
  },
);
