import type { PeriodCustomer, PeriodFigures } from "../../../src/usage/variance/period-figures";

export function period(
  label: string,
  customers: Readonly<Record<string, readonly [number, number, number, number]>>,
  more: Partial<PeriodFigures> = {},
): PeriodFigures {
  return {
    label,
    customers: Object.entries(customers).map(
      ([id, [months, tasks, revenue, inference]]): PeriodCustomer => ({
        id,
        months,
        tasks,
        revenue,
        inference,
      }),
    ),
    isByCustomer: true,
    models: [],
    other: 0,
    exchangeRate: 1,
    billedIn: "USD",
    isCut: false,
    incomplete: 0,
    ...more,
  };
}

/** Months, tasks, revenue and inference of each customer. */
export const FIRST = period("Q2", { a: [3, 300, 300, 60], b: [3, 600, 300, 120] }, { other: 50 });
export const SECOND = period(
  "Q3",
  { a: [3, 450, 330, 108], c: [6, 600, 480, 120] },
  { other: 70, exchangeRate: 1.2 },
);
