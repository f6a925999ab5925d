import { finite } from "./domain";

/** What a lever is given of a change that several bring about. */
export interface LeverChange<Lever extends string> {
  readonly lever: Lever;
  /** Change of the figure; all add up to figure(all) - figure(none). */
  readonly change: number;
}

/**
 * Attribution of a change to levers applied one after the other, each given what it changes
 * after those before it. It depends on the order; shapley does not.
 *
 * @param levers in the order in which they are applied
 * @param figure cost, margin or any other figure under the levers applied; may throw CalcError
 * @returns the levers in their order
 * @throws CalcError what `figure` throws; `#NUM!` where it is not finite
 * Source: bridge (waterfall) analysis.
 * @example waterfall(["a", "b"], (on) => 8 / 2 ** on.size) // => changes -4 and -2
 */
export function waterfall<Lever extends string>(
  levers: readonly Lever[],
  figure: (applied: ReadonlySet<NoInfer<Lever>>) => number,
): LeverChange<Lever>[] {
  const applied = new Set<Lever>();
  let before = finite(figure(applied));
  return levers.map((lever) => {
    applied.add(lever);
    const after = finite(figure(applied));
    const change = after - before;
    before = after;
    return { lever, change };
  });
}
