import { useMemo, useState } from "react";
import { scenarioModel } from "../../../scenario/build-scenario";
import { pinModels } from "../../../scenario/pin-models";
import { SAMPLE } from "../../../scenario/sample";
import type { Scenario } from "../../../scenario/scenario";
import { FORECAST_MONTHS, problemKey, scenarioProblems } from "../../../scenario/scenario-problems";
import { isWithin } from "../../../calc";
import type { Model } from "../../../workbook/model";

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

const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH = 25569;

function excelDate(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MS_PER_DAY + UNIX_EPOCH;
}

/** With a forecast of a length that can be built: its cells are as many as its months. */
function withBuildableMonths(scenario: Scenario): Scenario {
  const { growth } = scenario;
  if (isWithin(growth.months, FORECAST_MONTHS)) return scenario;
  return { ...scenario, growth: { ...growth, months: SAMPLE.growth.months } };
}

/** The scenario of the form, what it comes to and what is wrong with it, at each change anew. */
export function useScenarioForm(now: () => Date): ScenarioForm {
  const [typed, setTyped] = useState<Scenario>(SAMPLE);
  const day = excelDate(now());
  return useMemo(() => {
    const scenario = pinModels(typed, day);
    const model = scenarioModel(withBuildableMonths(scenario));
    const problems = scenarioProblems(scenario, model, day);
    const isSound = [...problems.keys()].every((key) => key === problemKey("name"));
    return { scenario, model, problems, isSound, day, change: setTyped };
  }, [typed, day]);
}
