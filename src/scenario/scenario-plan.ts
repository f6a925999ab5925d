import type { FormulaStyle } from "../workbook/formula";
import { layOut } from "../workbook/layout";
import type { Plan } from "../workbook/plan";
import { freeSheetName } from "../workbook/sheet-name";
import { firstSheet } from "./first-sheet";
import { scenarioFigures } from "./scenario-figures";
import { type ScenarioInput, scenarioProblems } from "./scenario-input";

/**
 * The plan that builds a scenario on one new sheet, with a name that no sheet has yet.
 *
 * @param input the assumptions; a RangeError names the first field that is out of its domain
 * @param sheetNames the sheets that the workbook has already
 * @param style ordinary Excel formulas (for colleagues without the add-in) or the add-in's functions
 */
export function buildScenarioPlan(
  input: ScenarioInput,
  sheetNames: readonly string[],
  style: FormulaStyle = "native",
): Plan {
  const [problem] = scenarioProblems(input);
  if (problem) throw new RangeError(`${problem.field}: ${problem.message}`);
  const name = freeSheetName(input.name, sheetNames);
  const sheet = layOut(firstSheet(name, input, scenarioFigures(input)), style);
  return { sheets: [sheet], show: name };
}
