import type { Month } from "../usage-summary";
import { DAY, monthCount, monthNamed, startOf } from "./months";

/** Days of a service: from the day of its start, as many as it lasts, rounded, and at least one. */
export function serviceDays(start: number, end: number): { firstDay: number; days: number } {
  return {
    firstDay: Math.floor(start / DAY),
    days: Math.max(1, Math.round((end - start) / DAY)),
  };
}

/**
 * An amount spread evenly over the days of a service, by month in UTC. The first k of n days
 * hold the whole part of amount * k / n, so the shares of all days add up to the amount exactly.
 *
 * @param amount a whole number, such as billionths of a currency; credits are negative
 * @param start first instant of the service, milliseconds since 1970
 * @param end first instant after it; a moment, or a part of a day, counts as its day
 * @example sharesByMonth(31n, Date.UTC(2026, 0, 30), Date.UTC(2026, 1, 2)) // 2026-01: 20n, 2026-02: 11n
 */
export function sharesByMonth(amount: bigint, start: number, end: number): Map<Month, bigint> {
  const { firstDay, days } = serviceDays(start, end);
  const shares = new Map<Month, bigint>();
  let spread = 0n;
  for (let month = monthCount(firstDay * DAY); spread !== amount || shares.size === 0; month++) {
    const gone = Math.min(days, startOf(month + 1) / DAY - firstDay);
    const upToHere = (amount * BigInt(gone)) / BigInt(days);
    shares.set(monthNamed(month), upToHere - spread);
    spread = upToHere;
  }
  return shares;
}
