import { CalcError } from "./calc-error";
import { ANY, check, finite, FROM_ZERO } from "./domain";

/**
 * Months until an outlay has come back, the cost of winning a customer or of a project:
 * outlay / gain per month.
 *
 * @param cac outlay, currency, 0 or more
 * @param grossProfitPerMonth what comes back, currency per month
 * @returns months, fractional
 * @throws CalcError `#N/A` where nothing comes back, `#NUM!` outside these ranges
 * @example cacPayback(600, 50) // => 12
 */
export function cacPayback(cac: number, grossProfitPerMonth: number): number {
  check("cac", cac, FROM_ZERO);
  check("grossProfitPerMonth", grossProfitPerMonth, ANY);
  if (grossProfitPerMonth <= 0) {
    throw new CalcError(
      "#N/A",
      `never pays back: gross profit per month must be above 0, got ${grossProfitPerMonth}`,
    );
  }
  return finite(cac / grossProfitPerMonth);
}
