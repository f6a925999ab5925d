import { CalcError } from "./calc-error";
import { ANY, check, checkEach, finite, FROM_ZERO, type Domain } from "./domain";

/** Trued up over the whole term (1) or in each period (0). */
export const TERM_TRUE_UP: Domain = { from: 0, to: 1, whole: true };

/** One period under a commitment. */
export interface CommitmentLine {
  /** Usage billed in the period, currency. */
  readonly charge: number;
  /** What is added to reach the commitment, currency. */
  readonly shortfall: number;
}

/**
 * The periods of a term under a commitment per period, with the shortfall line that trues each
 * up, or the last one that trues up the term.
 *
 * @param charges usage billed in each period, currency; below 0 is a credit
 * @param commitment least due per period, currency, 0 or more
 * @param termTrueUp 1: over the whole term, its line in the last period; 0: in each period
 * @returns one line per period
 * @throws CalcError `#NUM!` outside these ranges, `#VALUE!` without periods
 * Source: Pinecone's monthly minimum; true-ups as in cloud providers' committed spend.
 * @example commitmentLines([20], 50) // => [{ charge: 20, shortfall: 30 }]
 */
export function commitmentLines(
  charges: readonly number[],
  commitment: number,
  termTrueUp = 1,
): CommitmentLine[] {
  checkEach("charges", charges, ANY);
  check("commitment", commitment, FROM_ZERO);
  check("termTrueUp", termTrueUp, TERM_TRUE_UP);
  if (charges.length === 0) throw new CalcError("#VALUE!", "charges must have at least one entry");
  const total = charges.reduce((sum, charge) => sum + charge, 0);
  const termShortfall = Math.max(0, finite(charges.length * commitment - total));
  return charges.map((charge, i) => {
    const isLast = i === charges.length - 1;
    const shortfall =
      termTrueUp === 0 ? Math.max(0, commitment - charge) : isLast ? termShortfall : 0;
    return { charge, shortfall };
  });
}
