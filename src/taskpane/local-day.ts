import { excelDate } from "../calc";

function utcMidnight(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
}

/** The day that a clock shows here, as Excel counts days. */
export function excelDay(now: Date): number {
  return excelDate(utcMidnight(now));
}

/** The day that a clock shows here, such as "2026-09-01". */
export function isoDay(now: Date): string {
  return new Date(utcMidnight(now)).toISOString().slice(0, 10);
}
