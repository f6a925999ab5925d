import type { Scenario } from "../../../scenario/scenario";
import type { FittedUsage } from "../../../usage/fit/usage-fit";

/** The scenario with usage of real customers; what they do not tell of stays as it was. */
export function withFittedUsage(scenario: Scenario, fitted: FittedUsage): Scenario {
  const { monthCorrelation, ...usage } = fitted;
  return {
    ...scenario,
    usage: {
      ...scenario.usage,
      ...usage,
      ...(monthCorrelation !== null && { monthCorrelation }),
    },
  };
}
