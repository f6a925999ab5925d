import { CalcError } from "./calc-error";
import { finite } from "./domain";
import type { LeverChange } from "./waterfall";

/** 2^8 = 256 evaluations of the figure. */
const MOST_LEVERS = 8;

/**
 * Attribution of a change to levers that is free of their order: each is given the mean of what
 * it changes over all orders. Interactions are in it, as `figure` is evaluated for every subset.
 *
 * @param levers at most 8
 * @param figure cost, margin or any other figure under the levers applied; may throw CalcError
 * @returns the levers in the order given
 * @throws CalcError `#NUM!` for more than 8 levers or where `figure` is not finite, and what
 *   `figure` throws
 * Source: Shapley value; for multilinear figures the only fair one (Sun and Sundararajan,
 *   Axiomatic attribution for multilinear functions).
 * @example shapley(["a", "b"], (on) => 8 / 2 ** on.size) // => changes -3 and -3
 */
export function shapley<Lever extends string>(
  levers: readonly Lever[],
  figure: (applied: ReadonlySet<NoInfer<Lever>>) => number,
): LeverChange<Lever>[] {
  const count = levers.length;
  if (count > MOST_LEVERS) {
    throw new CalcError("#NUM!", `at most ${MOST_LEVERS} levers, got ${count}`);
  }
  // A subset is a number whose bits say which levers are applied.
  const subsets = Array.from({ length: 2 ** count }, (_, bits) => {
    const applied = new Set(levers.filter((_lever, i) => bits & (1 << i)));
    return { size: applied.size, value: finite(figure(applied)) };
  });
  return levers.map((lever, i) => {
    let change = 0;
    for (const [bits, { size, value }] of subsets.entries()) {
      const joined = subsets[bits | (1 << i)];
      if (!joined || bits & (1 << i)) continue;
      change += (joined.value - value) / (count * choose(count - 1, size));
    }
    return { lever, change };
  });
}

/** How many subsets of a size there are. */
function choose(of: number, size: number): number {
  let ways = 1;
  for (let i = 1; i <= size; i++) ways = (ways * (of - size + i)) / i;
  return ways;
}
