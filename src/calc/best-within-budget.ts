import { CalcError } from "./calc-error";
import { check, FROM_ZERO } from "./domain";

/** Something that costs money and gains some. */
export interface Project {
  /** Currency, 0 or more. */
  readonly cost: number;
  /** Currency, 0 or more. */
  readonly gain: number;
}

const MOST_PROJECTS = 20;

/**
 * The projects that gain most within a budget: the exact 0/1 knapsack, over all subsets. Of
 * equal gains the cheaper choice wins, then the one with the earlier projects.
 *
 * @param projects at most 20; each is done whole or not at all
 * @param budget currency, 0 or more
 * @returns positions of the chosen projects, counted from 0, ascending
 * @throws CalcError `#NUM!` outside these ranges, or for more than 20 projects
 * Source: 0/1 knapsack by branch and bound.
 * @example bestWithinBudget([{ cost: 6, gain: 7 }, { cost: 5, gain: 5 }, { cost: 5, gain: 5 }], 10) // => [1, 2]
 */
export function bestWithinBudget(projects: readonly Project[], budget: number): number[] {
  check("budget", budget, FROM_ZERO);
  if (projects.length > MOST_PROJECTS) {
    throw new CalcError("#NUM!", `at most ${MOST_PROJECTS} projects, got ${projects.length}`);
  }
  for (const [i, { cost, gain }] of projects.entries()) {
    check(`cost, entry ${i + 1},`, cost, FROM_ZERO);
    check(`gain, entry ${i + 1},`, gain, FROM_ZERO);
  }
  let best = { gain: 0, cost: 0, chosen: [] as readonly number[] };
  const visit = (next: number, gain: number, cost: number, chosen: readonly number[]): void => {
    if (gain > best.gain || (gain === best.gain && cost < best.cost)) best = { gain, cost, chosen };
    const project = projects[next];
    if (!project) return;
    if (cost + project.cost <= budget) {
      visit(next + 1, gain + project.gain, cost + project.cost, [...chosen, next]);
    }
    visit(next + 1, gain, cost, chosen);
  };
  visit(0, 0, 0, []);
  return [...best.chosen];
}
