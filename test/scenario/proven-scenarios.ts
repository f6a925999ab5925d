import { SAMPLE } from "../../src/scenario/sample";
import type { Scenario } from "../../src/scenario/scenario";
import { randomScenarios } from "./arbitrary-scenario";
import { EXTREMES } from "./extreme-scenarios";

/** Random scenarios that stay as they are drawn, beside those that are taken to an edge. */
const PLAIN = 4;

/**
 * A tariff of packages brings some 13,000 formulas more, and most of the time that programs need:
 * one in so many random scenarios keeps it, beside the edges that have it by themselves.
 */
const PACKAGES_IN_ONE_OF = 10;

/** A scenario whose packages are billed unit by unit. */
function withoutPackages(scenario: Scenario): Scenario {
  const tariffs = scenario.tariffs.map((tariff, i) =>
    tariff.type === "Package"
      ? { ...tariff, name: `Metered ${i + 1}`, type: "Metered" as const, freeUnits: 0 }
      : tariff,
  );
  return { ...scenario, tariffs };
}

/** Over a year at most: what months there are beside is the same formulas once more. */
function withinYear(scenario: Scenario): Scenario {
  const months = Math.min(12, scenario.growth.months);
  return { ...scenario, growth: { ...scenario.growth, months } };
}

/** The sample, random scenarios each taken to one edge, and the last ones as they are. */
export const PROVEN: readonly { readonly it: string; readonly scenario: Scenario }[] = (() => {
  const edges = Object.entries(EXTREMES);
  const random = randomScenarios(edges.length + PLAIN);
  return [
    { it: "the sample", scenario: SAMPLE },
    ...random.map((drawn, i) => {
      const short = withinYear(drawn);
      const scenario = (i + 1) % PACKAGES_IN_ONE_OF === 0 ? short : withoutPackages(short);
      const [it, change] = edges[i] ?? [`random scenario ${i + 1}`, undefined];
      return { it, scenario: change ? change(scenario) : scenario };
    }),
  ];
})();
