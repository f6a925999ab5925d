import { CalcError } from "./calc-error";

/**
 * Throws `#VALUE!` where two lists that belong together differ in length, or have no entries.
 *
 * @param nameA the first list, as its reader knows it
 * @param nameB the second list, as its reader knows it
 */
export function checkSameLength(
  nameA: string,
  a: readonly unknown[],
  nameB: string,
  b: readonly unknown[],
): void {
  if (a.length === 0) throw new CalcError("#VALUE!", `${nameA} must have at least one entry`);
  if (a.length !== b.length) {
    throw new CalcError(
      "#VALUE!",
      `${nameA} has ${a.length} entries and ${nameB} has ${b.length}; expected equally many`,
    );
  }
}
