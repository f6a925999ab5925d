import type { Month } from "../usage-summary";

export const DAY = 86_400_000;

/** Months counted from January 1970. */
type Count = number;

const EPOCH_YEAR = 1970;
const names = new Map<Count, Month>();

/** The name of a month, kept: lines of revenue ask for the same few over and over. */
export function monthNamed(count: Count): Month {
  const known = names.get(count);
  if (known !== undefined) return known;
  const name = new Date(startOf(count)).toISOString().slice(0, 7);
  names.set(count, name);
  return name;
}

/** First instant of a month, milliseconds since 1970 in UTC. */
export function startOf(count: Count): number {
  return Date.UTC(EPOCH_YEAR, count, 1);
}

/** The calendar month in UTC that an instant lies in, counted. */
export function monthCount(instant: number): Count {
  const date = new Date(instant);
  return (date.getUTCFullYear() - EPOCH_YEAR) * 12 + date.getUTCMonth();
}

function countOf(month: Month): Count {
  const [year = EPOCH_YEAR, one = 1] = month.split("-").map(Number);
  return (year - EPOCH_YEAR) * 12 + one - 1;
}

/** The calendar month in UTC that an instant lies in. */
export function monthOf(instant: number): Month {
  return monthNamed(monthCount(instant));
}

/** First instant after a month, milliseconds since 1970 in UTC. */
export function monthEnd(month: Month): number {
  return startOf(countOf(month) + 1);
}

/** All months from one to another, both included; none where the last lies before the first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const from = countOf(first);
  const length = Math.max(0, countOf(last) - from + 1);
  return Array.from({ length }, (_, i) => monthNamed(from + i));
}
