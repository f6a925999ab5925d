import type { CustomerMonth, UsageSummary } from "../../../src/usage";
import { inverseNormal } from "../../../src/calc";

/** Tasks of customers by month: `{ a: { "2026-08": 3 } }`. */
export type TasksByCustomer = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function customerMonthsOf(tasks: TasksByCustomer): CustomerMonth[] {
  return Object.entries(tasks).flatMap(([customerId, byMonth]) =>
    Object.entries(byMonth).map(([month, count]) => ({
      customerId,
      month,
      tasks: count,
      requests: count,
      unpricedTasks: 0,
    })),
  );
}

/** A summary of whole months with these customer-months and nothing else. */
export function summaryOf(
  customerMonths: readonly CustomerMonth[],
  months: readonly string[],
): UsageSummary {
  return {
    months,
    lines: [],
    customerMonths,
    customers: [],
    profile: null,
    otherCharges: [],
    start: Date.parse(`${months[0] ?? ""}-01T00:00:00Z`),
    end: Date.parse("2030-01-01T00:00:00Z"),
  };
}

/** One month of so many customers whose tasks lie where a lognormal has them: P50 400, P99 6000. */
export function lognormalMonth(count: number): CustomerMonth[] {
  // 1.164079...: LN(6000 / 400) / 2.326347...
  return customerMonthsOf(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `c${i}`,
        { "2026-08": Math.round(400 * Math.exp(1.16407932 * inverseNormal((i + 0.5) / count))) },
      ]),
    ),
  );
}
