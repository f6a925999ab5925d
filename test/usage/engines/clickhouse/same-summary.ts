import type { Summarized } from "../../../../src/usage/engines/usage-engine";
import type { CustomerTasks } from "../../../../src/usage/usage-summary";

const sorted = <T>(rows: readonly T[], keyOf: (row: T) => unknown): T[] =>
  [...rows].sort((a, b) => (JSON.stringify(keyOf(a)) < JSON.stringify(keyOf(b)) ? -1 : 1));

const tasksKey = ({ customerId, currency }: CustomerTasks) => [customerId, currency];

/** All but the quantiles, in one order. */
function figures({ summary, unpriced, unknownPromptLengths }: Summarized) {
  const { lines, customerMonths, customers, parties, ...others } = summary;
  const counts = (tasks: readonly CustomerTasks[]) =>
    sorted(tasks, tasksKey).map((each) => ({ ...each, p50Nano: 0, p90Nano: 0, p99Nano: 0 }));
  return {
    ...others,
    lines: sorted(lines, (line) => [line.customerId, line.month, line.provider, line.model]),
    customerMonths: sorted(customerMonths, ({ customerId, month }) => [customerId, month]),
    customers: counts(customers),
    parties: counts(parties ?? []),
    unpriced: sorted(unpriced, ({ provider, model }) => [provider, model]),
    unknownPromptLengths,
  };
}

/** The greatest relative difference between the quantiles of two summaries. */
export function quantileDifference(one: Summarized, other: Summarized): number {
  const tasksIn = ({ summary: { customers, parties = [] } }: Summarized) => [
    ...sorted(customers, tasksKey),
    ...sorted(parties, tasksKey),
  ];
  const others = tasksIn(other);
  return tasksIn(one).reduce((most, tasks, index) => {
    const same = others[index];
    const pairs = [
      [tasks.p50Nano, same?.p50Nano],
      [tasks.p90Nano, same?.p90Nano],
      [tasks.p99Nano, same?.p99Nano],
    ] as const;
    return pairs.reduce((greatest, [a, b = NaN]) => {
      const difference = a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
      return Math.max(greatest, Number.isNaN(difference) ? Infinity : difference);
    }, most);
  }, 0);
}

/** Both come to the same: all figures equal, quantiles to 12 digits. */
export function expectSame(server: Summarized, local: Summarized): void {
  expect(figures(server)).toEqual(figures(local));
  expect(quantileDifference(server, local)).toBeLessThanOrEqual(1e-12);
}
