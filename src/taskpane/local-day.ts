/** Days from Excel's day 0 to 1 January 1970. */
const UNIX_EPOCH = 25569;
const DAY = 86_400_000;

function utcMidnight(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
}

/** The day that a clock shows here, as Excel counts days. */
export function excelDay(now: Date): number {
  return utcMidnight(now) / DAY + UNIX_EPOCH;
}

/** The day that a clock shows here, such as "2026-09-01". */
export function isoDay(now: Date): string {
  return new Date(utcMidnight(now)).toISOString().slice(0, 10);
}
