import { useMemo, useState } from "react";
import { scenarioModel } from "../../../scenario/build-scenario";
import { pinModels } from "../../../scenario/pin-models";
import { SAMPLE } from "../../../scenario/sample";
import type { Scenario } from "../../../scenario/scenario";
import { FORECAST_MONTHS, problemKey, scenarioProblems } from "../../../scenario/scenario-problems";
import { isWithin } from "../../../calc";
import type { Model } from "../../../workbook/model";
import { isNameTaken, isSameName } from "./scenario-names";

/** What every part of the form sees. */
export interface ScenarioForm {
  /** As it is typed: a number that cannot be read is NaN, and the problem of its field. */
  readonly scenario: Scenario;
  readonly model: Model;
  readonly problems: ReadonlyMap<string, string>;
  /** Whether the model's figures can be worked out. */
  readonly isSound: boolean;
  /** Excel date of today. */
  readonly day: number;
  readonly change: (change: (scenario: Scenario) => Scenario) => void;
}

/** With a forecast of a length that can be built: its cells are as many as its months. */
function withBuildableMonths(scenario: Scenario): Scenario {
  const { growth } = scenario;
  if (isWithin(growth.months, FORECAST_MONTHS)) return scenario;
  return { ...scenario, growth: { ...growth, months: SAMPLE.growth.months } };
}

/**
 * The scenario of the form, what it comes to and what is wrong with it, at each change anew.
 *
 * @param day Excel date of today
 * @param taken names that scenarios of the workbook have
 * @param own the name among them that the form came with, where that is no problem yet
 */
export function useScenarioForm(
  day: number,
  taken: readonly string[],
  own: string | undefined,
): ScenarioForm {
  const [typed, setTyped] = useState<Scenario>(SAMPLE);
  const alone = useMemo(() => {
    const scenario = pinModels(typed, day);
    const model = scenarioModel(withBuildableMonths(scenario));
    const problems = scenarioProblems(scenario, model, day);
    const isSound = [...problems.keys()].every((key) => key === problemKey("name"));
    return { scenario, model, problems, isSound, day, change: setTyped };
  }, [typed, day]);
  return useMemo(() => {
    const { name } = alone.scenario;
    const isOwn = own !== undefined && isSameName(name, own);
    if (isOwn || !isNameTaken(name, taken)) return alone;
    const message = "The workbook has a scenario of this name: choose another";
    return { ...alone, problems: new Map([...alone.problems, [problemKey("name"), message]]) };
  }, [alone, taken, own]);
}
