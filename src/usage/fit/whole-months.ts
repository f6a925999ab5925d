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
 * The months that usage covers wholly: where it begins within the first two days and ends within
 * the last two. A month of ten days would look like a month of little usage.
 */
export function coveredMonths({
  months,
  start,
  end,
}: Pick<UsageSummary, "months" | "start" | "end">): readonly Month[] {
  return months.filter(
    (month) => Date.parse(month) + QUIET >= start && monthEnd(month) - QUIET <= end,
  );
}

/**
 * The months of a summary without those that its export cuts short; where no month is whole, all
 * are taken.
 */
export function wholeMonths(usage: Pick<UsageSummary, "months" | "start" | "end">): CoveredMonths {
  const whole = coveredMonths(usage);
  if (whole.length === 0) return { whole: usage.months, partial: [] };
  return { whole, partial: usage.months.filter((month) => !whole.includes(month)) };
}
