import { remainingShares } from "./remaining-shares";

/**
 * Saving of several levers together, each working on what the others leave:
 * 1 - product of (1 - share x saving). Savings never add up: 50% and 50% are 75%.
 *
 * @param savings fractions of what they touch, 0 to 1
 * @param shares the part of the bill that each touches, 0 to 1; not given: all of it
 * @returns a fraction of the bill, at most 1
 * @throws CalcError `#VALUE!` for lists of unequal length or without entries, `#NUM!` outside
 *   these ranges
 * @example combinedSaving([0.3, 0.6, 0.4]) // => 0.832
 */
export function combinedSaving(savings: readonly number[], shares: readonly number[] = []): number {
  return 1 - remainingShares(savings, shares).reduce((left, share) => left * share, 1);
}
