import { CalcError } from "../calc";
import { scenarioModel } from "./build-scenario";
import type { Scenario } from "./scenario";

/** What a scenario expects of a month under the tariff in focus, in the currency of its prices. */
export interface PlannedMonth {
  readonly name: string;
  readonly currency: string;
  readonly customers: number;
  readonly tasksPerCustomerMonth: number;
  readonly revenuePerCustomerMonth: number;
  /** As far as the policy counts it as COGS. */
  readonly inferencePerTask: number;
  /** COGS of the month besides inference. */
  readonly otherCogs: number;
}

/**
 * A month of a scenario as a plan to hold actual figures against.
 *
 * @throws CalcError `#VALUE!` where one of the figures has no value, such as without customers
 */
export function plannedMonth(scenario: Scenario): PlannedMonth {
  const model = scenarioModel(scenario);
  const figure = (name: string, place = 0): number => {
    const value = model.value(name, place);
    if (typeof value === "number") return value;
    throw new CalcError("#VALUE!", `${name} of the scenario has no value`);
  };
  const place = figure("focus") - 1;
  const customers = figure("tariff.customers", place);
  const tasks = figure("tariff.meanUsage", place);
  const inferencePerTask = figure("unit.inference") * figure("costFactor");
  return {
    name: scenario.name,
    currency: scenario.product.priceCurrency,
    customers,
    tasksPerCustomerMonth: tasks,
    revenuePerCustomerMonth: figure("tariff.revenue", place),
    inferencePerTask,
    otherCogs: (figure("tariff.cogs", place) - tasks * inferencePerTask) * customers,
  };
}
