import { check, checkEach, finite, FROM_ZERO } from "./domain";

/** One month of a credit balance; opening + granted = used + expired + balance. */
export interface CreditMonth {
  /** Credits carried into the month. */
  readonly opening: number;
  readonly granted: number;
  readonly used: number;
  /** Credits needed beyond the balance. */
  readonly overage: number;
  /** Credits left at the month's end that may not be carried over. */
  readonly expired: number;
  /** Credits carried into the next month. */
  readonly balance: number;
}

/**
 * Month by month, what becomes of credits: available = opening + granted, used = MIN(needed,
 * available), balance = MIN(available - used, rolloverCap), and the rest expires.
 *
 * @param needed credits that each month's usage asks for, 0 or more
 * @param grantedPerMonth credits granted at each month's start, 0 or more
 * @param rolloverCap most credits carried into a next month, 0 or more; not given: all of them
 * @param opening credits carried into the first month, 0 or more
 * @returns one entry per month; in all, opening + granted = used + expired + last balance
 * @throws CalcError `#NUM!` outside these ranges
 * Source: prepaid drawdown with rollover as in Zuora.
 * @example creditMonths([800], 1200, 0) // => used 800, expired 400, balance 0
 */
export function creditMonths(
  needed: readonly number[],
  grantedPerMonth: number,
  rolloverCap?: number,
  opening = 0,
): CreditMonth[] {
  checkEach("needed", needed, FROM_ZERO);
  check("grantedPerMonth", grantedPerMonth, FROM_ZERO);
  if (rolloverCap !== undefined) check("rolloverCap", rolloverCap, FROM_ZERO);
  check("opening", opening, FROM_ZERO);
  let carried = opening;
  return needed.map((asked) => {
    const available = finite(carried + grantedPerMonth);
    const used = Math.min(asked, available);
    const left = available - used;
    const balance = Math.min(left, rolloverCap ?? left);
    const month = {
      opening: carried,
      granted: grantedPerMonth,
      used,
      overage: asked - used,
      expired: left - balance,
      balance,
    };
    carried = balance;
    return month;
  });
}
