import type { FormulaStyle } from "../workbook/formula-style";
import type { Model } from "../workbook/model";
import type { Place } from "../workbook/placement";
import type { Plan } from "../workbook/plan";
import type { Scenario } from "./scenario";
import { figureAddresses } from "./saved-scenario-figures";
import { keptJson, type Properties } from "./saved-scenario-text";

/** The keys under which sheets keep whose they are; what is longer goes on under "….1", "….2". */
export const KEYS = {
  /** On every sheet: the scenario's id and name, and which of its sheets this is. */
  scenario: "aim.scenario",
  name: "aim.name",
  sheet: "aim.sheet",
  /** On Summary: how it was built, from what, and where its figures stand. */
  build: "aim.build",
  json: "aim.json",
  figures: "aim.figures",
  /** On a Compare sheet: the ids of the scenarios that it compares. */
  compare: "aim.compare",
} as const;

/** The sheet that keeps the scenario itself. */
export const MAIN_SHEET = "summary";

/** A build as the workbook remembers it. */
export interface BuildRecord {
  /** Unique in the workbook: `freeScenarioId`. */
  readonly id: string;
  /** When, such as "2026-11-25T14:00:00.000Z". */
  readonly at: string;
  /** The version of the product that built it. */
  readonly version: string;
}

/**
 * An id that no scenario of the workbook has: the time of the build, with a number behind it
 * where that is taken. A time stays unique when sheets are moved between workbooks.
 */
export function freeScenarioId(at: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? at : `${at} ${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** What is built, as far as it is to be kept. */
export interface Built {
  readonly scenario: Scenario;
  readonly style: FormulaStyle;
  readonly model: Model;
  readonly places: ReadonlyMap<string, Place>;
}

/** The plan with what makes its scenario one that can be opened again, in the properties of its sheets. */
export function withSavedScenario(
  plan: Plan,
  built: Built,
  { id, at, version }: BuildRecord,
): Plan {
  const { scenario, style, model, places } = built;
  const names = Object.fromEntries(
    model.sheets.map((sheet, i) => [sheet.id, plan.sheets[i]?.name]),
  );
  const main: Properties = {
    ...keptJson(KEYS.build, { at, version, style, sheets: names }),
    ...keptJson(KEYS.json, scenario),
    ...keptJson(KEYS.figures, figureAddresses(model, places)),
  };
  return {
    ...plan,
    sheets: plan.sheets.map((sheet, i) => {
      const sheetId = model.sheets[i]?.id ?? "";
      const own: Properties = {
        [KEYS.scenario]: id,
        [KEYS.name]: scenario.name,
        [KEYS.sheet]: sheetId,
      };
      return { ...sheet, properties: { ...own, ...(sheetId === MAIN_SHEET && main) } };
    }),
  };
}
