import { CalcError } from "./calc-error";
import { combinedSaving } from "./combined-saving";
import { remainingShares } from "./remaining-shares";

/**
 * The part of combinedSaving that each lever is given in proportion to the logarithm of what it
 * leaves: saving x LN(left by it) / LN(left by all). One cell per lever in a sheet, for any
 * number of levers; near combinedSavingParts, not equal to it.
 *
 * @param savings fractions of what they touch, 0 to 1
 * @param shares the part of the bill that each touches, 0 to 1; not given: all of it
 * @returns fractions of the bill that add up to combinedSaving
 * @throws CalcError `#VALUE!` for lists of unequal length or without entries, `#NUM!` outside
 *   these ranges or where a lever leaves nothing
 * Source: logarithmic mean Divisia index (Ang).
 * @example logMeanParts([0.3, 0.6, 0.4]) // => [0.16636…, 0.42738…, 0.23826…]
 */
export function logMeanParts(savings: readonly number[], shares: readonly number[] = []): number[] {
  const remaining = remainingShares(savings, shares);
  const nothing = remaining.indexOf(0);
  if (nothing >= 0) {
    throw new CalcError("#NUM!", `savings, entry ${nothing + 1}, leaves nothing: no logarithm`);
  }
  const logs = remaining.map((share) => Math.log(share));
  const total = logs.reduce((sum, log) => sum + log, 0);
  const saving = combinedSaving(savings, shares);
  return logs.map((log) => (log === 0 ? 0 : (saving * log) / total));
}
