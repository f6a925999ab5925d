import { checkSameLength } from "./check-same-length";
import { checkEach, SHARE } from "./domain";

/**
 * What each saving leaves of a bill on its own: 1 - share x saving.
 *
 * @param savings fractions of what they touch, 0 to 1
 * @param shares the part of the bill that each touches, 0 to 1; none: all of it
 * @throws CalcError `#VALUE!` for lists of unequal length or without entries, `#NUM!` outside
 *   these ranges
 */
export function remainingShares(savings: readonly number[], shares: readonly number[]): number[] {
  const touched = shares.length === 0 ? savings.map(() => 1) : shares;
  checkSameLength("savings", savings, "shares", touched);
  checkEach("savings", savings, SHARE);
  checkEach("shares", touched, SHARE);
  return savings.map((saving, i) => 1 - (touched[i] ?? 1) * saving);
}
