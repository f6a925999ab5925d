import { DAY, monthEnd } from "../revenue/months";
import type { Month, UsageSummary } from "../usage-summary";

/** Months that usage covers, and those at its ends that it covers in part alone. */
export interface CoveredMonths {
  readonly whole: readonly Month[];
  readonly partial: readonly Month[];
}

/** A quiet day at either end of a month is no sign that the export leaves it out. */
const QUIET = 2 * DAY;

/**
 * The months of a summary without those that its export cuts short: a month of ten days would
 * look like a month of little usage. A month counts as whole where usage begins within its first
 * two days and ends within its last two; where no month does, all are taken.
 */
export function wholeMonths({
  months,
  start,
  end,
}: Pick<UsageSummary, "months" | "start" | "end">): CoveredMonths {
  const whole = months.filter(
    (month) => Date.parse(month) + QUIET >= start && monthEnd(month) - QUIET <= end,
  );
  if (whole.length === 0) return { whole: months, partial: [] };
  return { whole, partial: months.filter((month) => !whole.includes(month)) };
}
