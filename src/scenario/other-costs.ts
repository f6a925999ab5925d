import { CalcError } from "../calc";
import { scenarioModel } from "./build-scenario";
import type { Scenario } from "./scenario";

/** What a scenario puts into COGS besides inference, in the currency of its prices. */
export interface OtherCosts {
  /** Retrieval, tools, compute, guardrails and review, as far as they are COGS. */
  readonly perTask: number;
  /** Fixed cost and platform of a customer and month, and the fee of one payment. */
  readonly perCustomerMonth: number;
  /** Payment fees, a fraction of revenue. */
  readonly revenueShare: number;
}

/**
 * The other costs of a scenario as rates to be held against real usage. Free users are left out:
 * their usage is a part of real usage already.
 *
 * @throws CalcError `#VALUE!` where one of the figures has no value, such as without customers
 */
export function otherCosts(scenario: Scenario): OtherCosts {
  const model = scenarioModel(scenario);
  const figure = (name: string): number => {
    const value = model.value(name);
    if (typeof value === "number") return value;
    throw new CalcError("#VALUE!", `${name} of the scenario has no value`);
  };
  return {
    perTask: figure("unit.other"),
    perCustomerMonth: figure("fixed.customer") + figure("fixed.platform") + figure("pay.fee"),
    revenueShare: figure("pay.rate"),
  };
}
