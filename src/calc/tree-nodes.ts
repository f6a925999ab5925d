import { check, finite, FROM_ZERO, WHOLE_FROM_ZERO } from "./domain";
import { geometricSums } from "./geometric-sums";

/**
 * Calls in a tree of agents in which each starts others: 1 + b + … + b^depth =
 * (b^(depth + 1) - 1) / (b - 1). This alone among loops is exponential.
 *
 * @param branching agents that each starts, 0 or more
 * @param depth levels below the first agent, a whole number, 0 or more
 * @returns agents in all, the first included
 * @throws CalcError `#NUM!` outside these ranges
 * Source: nodes of a complete tree.
 * @example treeNodes(3, 2) // => 13
 */
export function treeNodes(branching: number, depth: number): number {
  check("branching", branching, FROM_ZERO);
  check("depth", depth, WHOLE_FROM_ZERO);
  return finite(geometricSums(branching, depth + 1).sum);
}
