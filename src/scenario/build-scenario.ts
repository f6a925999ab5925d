import type { FormulaStyle } from "../workbook/formula-style";
import { createModel, type Model } from "../workbook/model";
import { placeEntries } from "../workbook/placement";
import type { Plan } from "../workbook/plan";
import type { SheetDescription } from "../workbook/sheet-blocks";
import { freeSheetName } from "../workbook/sheet-name";
import { planWorkbook } from "../workbook/workbook-plan";
import { assumptionsSheet } from "./assumptions-sheet";
import { checksSheet } from "./checks-sheet";
import { costSheet } from "./cost-sheet";
import { inCurrencies } from "./currency-formats";
import { forecastSheet } from "./forecast-sheet";
import { leversSheet } from "./levers-sheet";
import { pricesSheet } from "./prices-sheet";
import { type BuildRecord, withSavedScenario } from "./saved-scenario-properties";
import type { Scenario } from "./scenario";
import { sensitivitySheet } from "./sensitivity-sheet";
import { summarySheet } from "./summary-sheet";
import { tariffSheet } from "./tariff-sheet";
import { usageTailSheet } from "./usage-tail-sheet";

/** The ten sheets of a scenario, in the order of the workbook. */
export function scenarioSheets(scenario: Scenario): SheetDescription[] {
  const sheets = [
    summarySheet(scenario),
    assumptionsSheet(scenario),
    costSheet(scenario),
    tariffSheet(scenario),
    usageTailSheet(scenario),
    leversSheet(scenario),
    forecastSheet(scenario),
    sensitivitySheet(scenario),
    pricesSheet(scenario),
  ];
  // Several scenarios can live in one workbook: each sheet says whose it is.
  return inCurrencies([...sheets, checksSheet(scenario, sheets)], scenario).map((sheet) => ({
    ...sheet,
    title: `${scenario.name}: ${sheet.title}`,
  }));
}

/** A scenario as a model that works itself out. */
export function scenarioModel(scenario: Scenario): Model {
  return createModel(scenarioSheets(scenario));
}

/**
 * The plan of a scenario's workbook, with names that no sheet has yet.
 *
 * @param taken the names of the sheets that the workbook has already
 * @param style ordinary Excel formulas, or calls of the add-in's functions where there is one
 * @param record what the sheets keep, so that the scenario can be opened again; undefined keeps nothing
 */
export function planScenario(
  scenario: Scenario,
  taken: readonly string[],
  style: FormulaStyle = "native",
  record?: BuildRecord,
): Plan {
  const model = scenarioModel(scenario);
  const names = new Map<string, string>();
  for (const { id, name } of model.sheets) {
    names.set(id, freeSheetName(name, [...taken, ...names.values()]));
  }
  const plan = planWorkbook(model, names, style, "summary");
  if (!record) return plan;
  const places = placeEntries(model.sheets, names);
  return withSavedScenario(plan, { scenario, style, model, places }, record);
}
