import { finite } from "./domain";

/** What one factor does to the outcome on its own. */
export interface TornadoBar<Factor extends string> {
  readonly factor: Factor;
  /** Outcome at the factor's low value, the others at base. */
  readonly low: number;
  /** Outcome at the factor's high value, the others at base. */
  readonly high: number;
  /** |high - low|. */
  readonly swing: number;
}

/**
 * Which factor moves an outcome most: each goes to its low and high value with the others at
 * base, and the bars are sorted by swing, the widest first. Ties keep the order of `ranges`.
 *
 * @param outcome the figure to be explained; may throw CalcError
 * @param base value of each factor, the case that the ranges are about
 * @param ranges low and high value of the factors to be varied
 * @returns the bars; the outcome at base is the caller's `outcome(base)`
 * @throws CalcError what `outcome` throws; `#NUM!` where it is not finite
 * Source: one-at-a-time sensitivity (tornado diagram) of decision analysis.
 * @example tornado(({ p, c }) => p - c, { p: 9, c: 4 }, [["p", 8, 10], ["c", 1, 5]]) // => c, then p
 */
export function tornado<Factor extends string>(
  outcome: (factors: Readonly<Record<Factor, number>>) => number,
  base: Readonly<Record<NoInfer<Factor>, number>>,
  ranges: readonly (readonly [factor: NoInfer<Factor>, low: number, high: number])[],
): TornadoBar<Factor>[] {
  return ranges
    .map(([factor, lowValue, highValue]) => {
      const low = finite(outcome({ ...base, [factor]: lowValue }));
      const high = finite(outcome({ ...base, [factor]: highValue }));
      return { factor, low, high, swing: Math.abs(high - low) };
    })
    .sort((a, b) => b.swing - a.swing);
}
