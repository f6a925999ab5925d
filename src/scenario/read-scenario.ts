import { isWithin } from "../calc";
import { scenarioModel } from "./build-scenario";
import { inputPath } from "./input-path";
import { pinModels } from "./pin-models";
import type { PinnedModel, Scenario } from "./scenario";
import { FORECAST_MONTHS, scenarioProblems } from "./scenario-problems";
import { LEFT_OUT, scenarioReader } from "./scenario-schema";

/** A scenario that can be built, or all that keeps it from being one, each with its path. */
export type ReadScenario =
  { readonly scenario: Scenario } | { readonly problems: readonly string[] };

function cheapest(prices: readonly PinnedModel[]): string | undefined {
  const sorted = [...prices].sort((a, b) => a.input + a.output - b.input - b.output);
  return sorted[0]?.model;
}

/** What is chosen by the rest: the cheapest pinned model, and the tariff in focus. */
function completed(scenario: Scenario): Scenario {
  const { levers, prices, focus } = scenario;
  const model = (given: string) => (given === LEFT_OUT.model ? (cheapest(prices) ?? given) : given);
  return {
    ...scenario,
    levers: {
      ...levers,
      routedModel: model(levers.routedModel),
      studentModel: model(levers.studentModel),
      usageTariff: levers.usageTariff === LEFT_OUT.tariff ? focus : levers.usageTariff,
    },
  };
}

/** "Must be …" reads on after a path; anything else is a sentence of its own. */
function sentence(path: string, message: string): string {
  return message.startsWith("Must ") ? `${path} must ${message.slice(5)}` : `${path}: ${message}`;
}

/** Whether a part has been reported already, as itself or with the whole that it belongs to. */
function belowAny(path: string, reported: readonly string[]): boolean {
  return reported.some(
    (other) =>
      other === "" ||
      path === other ||
      path.startsWith(`${other}.`) ||
      path.startsWith(`${other}[`),
  );
}

/**
 * A scenario from a JSON document: its shape, then every number against what its cell allows,
 * all problems at once. Parts that may be left out, and what they are then: `scenarioReader`.
 * A lever's model that is left out is the cheapest that the scenario names.
 *
 * @param json the parsed document
 * @param day Excel date of today: prices of models without a price of their own are pinned to it
 * @example readScenario({ ...SAMPLE, focus: 9 }, 46023) // => { problems: ["focus must be a whole number, from 1 to 6, got 9"] }
 */
export function readScenario(json: unknown, day: number): ReadScenario {
  const reported: string[] = [];
  const problems: string[] = [];
  const read = scenarioReader(day)(json, "", (path, message) => {
    reported.push(path);
    problems.push(path === "" ? `The document ${message}` : `${path} ${message}`);
  });
  // The forecast is as long as this says, so it is checked before anything is laid out.
  const { months } = read.growth;
  const safe = isWithin(months, FORECAST_MONTHS)
    ? read
    : { ...read, growth: { ...read.growth, months: 12 } };
  const scenario = completed(pinModels(safe, day));
  // Without any price there is no cheapest model: the models of the legs are what is to be mended.
  if (scenario.prices.length === 0) reported.push("levers.routedModel", "levers.studentModel");
  const found = scenarioProblems(
    { ...scenario, growth: read.growth },
    scenarioModel(scenario),
    day,
  );
  for (const [key, message] of found) {
    const [name = "", place] = key.split("/");
    const path =
      name === "months" ? "growth.months" : (inputPath(scenario, name, Number(place)) ?? name);
    if (!belowAny(path, reported)) problems.push(sentence(path, message));
  }
  return problems.length > 0 ? { problems } : { scenario };
}
