import type { CustomersReport } from "../customers/customers-report";
import { units } from "../customers/margin-figures";
import { matchCustomers } from "../customers/match-customers";
import type { Month } from "../usage-summary";

/** What a customer did, paid and cost in a month, in the currency of the report. */
export interface ActiveMonth {
  readonly month: Month;
  readonly tasks: number;
  readonly revenue: number;
  /** Inference and other cost, without what is a share of revenue. */
  readonly cost: number;
}

/** A customer month by month: months with usage, revenue or cost. */
export interface CustomerActivity {
  readonly id: string;
  readonly name: string;
  /** False where part of the cost or of the revenue is not known. */
  readonly isComplete: boolean;
  readonly months: readonly ActiveMonth[];
}

type TasksByMonth = ReadonlyMap<Month, number>;

/** Tasks by month and customer, under the ids of the report. */
function tasksOf({ terms }: CustomersReport): ReadonlyMap<string, TasksByMonth> {
  const named = terms.usage.customerMonths.flatMap(({ customerId, month, tasks }) =>
    customerId === null ? [] : [{ customerId, month, tasks }],
  );
  const { ofUsage } = matchCustomers(
    named.map(({ customerId }) => customerId),
    [],
    terms.mappings,
  );
  const found = new Map<string, Map<Month, number>>();
  for (const { customerId, month, tasks } of named) {
    const id = ofUsage(customerId);
    const months = found.get(id) ?? new Map<Month, number>();
    months.set(month, (months.get(month) ?? 0) + tasks);
    found.set(id, months);
  }
  return found;
}

/**
 * Customers of a report month by month. Other cost by task and by month is in the month's cost;
 * imported cost of the period is spread over its tasks, or evenly where there are none.
 */
export function customerActivity(report: CustomersReport): CustomerActivity[] {
  const { otherCogs: other } = report.terms;
  const tasks = tasksOf(report);
  const none: TasksByMonth = new Map();
  return report.customers.map(({ id, name, ledger }) => {
    const own = tasks.get(id) ?? none;
    const active = report.months.filter((month) => own.has(month) || ledger.byMonth.has(month));
    const allTasks = active.reduce((sum, month) => sum + (own.get(month) ?? 0), 0);
    const imported = units(ledger.otherCogsNano ?? 0n);
    // Cost without usage or revenue still counts: in the first month, for want of a better one.
    const months = active.length === 0 && imported !== 0 ? report.months.slice(0, 1) : active;
    return {
      id,
      name,
      isComplete: ledger.gaps.length === 0,
      months: months.map((month): ActiveMonth => {
        const { revenueNano, inferenceNano } = ledger.byMonth.get(month) ?? NOTHING;
        const done = own.get(month) ?? 0;
        const share = allTasks > 0 ? done / allTasks : 1 / months.length;
        const assumed = other ? other.perTask * done + other.perCustomerMonth : 0;
        return {
          month,
          tasks: done,
          revenue: units(revenueNano),
          cost: units(inferenceNano) + assumed + imported * share,
        };
      }),
    };
  });
}

const NOTHING = { revenueNano: 0n, inferenceNano: 0n };
