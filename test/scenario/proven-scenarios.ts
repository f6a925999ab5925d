import { SAMPLE } from "../../src/scenario/sample";
import type { Scenario } from "../../src/scenario/scenario";
import { randomScenarios } from "./arbitrary-scenario";
import { EXTREMES } from "./extreme-scenarios";

/** Random scenarios that stay as they are drawn, beside those that are taken to an edge. */
const PLAIN = 9;

/** The sample, random scenarios each taken to one edge, and random ones as they are. */
export const PROVEN: readonly { readonly it: string; readonly scenario: Scenario }[] = (() => {
  const edges = Object.entries(EXTREMES);
  const random = randomScenarios(edges.length + PLAIN);
  return [
    { it: "the sample", scenario: SAMPLE },
    ...random.map((scenario, i) => {
      const [it, change] = edges[i] ?? [`random scenario ${i + 1}`, undefined];
      return { it, scenario: change ? change(scenario) : scenario };
    }),
  ];
})();
