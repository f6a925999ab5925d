import { remainingShares } from "./remaining-shares";
import { shapley } from "./shapley";

/**
 * The part of combinedSaving that each lever is given, whatever their order.
 *
 * @param savings fractions of what they touch, 0 to 1; at most 8
 * @param shares the part of the bill that each touches, 0 to 1; not given: all of it
 * @returns fractions of the bill that add up to combinedSaving
 * @throws CalcError `#VALUE!` for lists of unequal length or without entries, `#NUM!` outside
 *   these ranges or for more than 8 savings
 * Source: Shapley value of a product.
 * @example combinedSavingParts([0.3, 0.6, 0.4]) // => [0.174, 0.414, 0.244]
 */
export function combinedSavingParts(
  savings: readonly number[],
  shares: readonly number[] = [],
): number[] {
  const remaining = new Map(
    remainingShares(savings, shares).map((share, i) => [String(i), share] as const),
  );
  const saved = (applied: ReadonlySet<string>) =>
    1 - [...applied].reduce((left, lever) => left * (remaining.get(lever) ?? 1), 1);
  return shapley([...remaining.keys()], saved).map(({ change }) => change);
}
