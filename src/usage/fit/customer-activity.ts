import type { CustomersReport } from "../customers/customers-report";
import { units } from "../customers/margin-figures";
import type { Month } from "../usage-summary";
import { usageOfCustomers } from "./usage-of-customers";

/** What a customer did, paid and cost in a month, in the currency of the report. */
export interface ActiveMonth {
  readonly month: Month;
  readonly tasks: number;
  readonly revenue: number;
  /** Inference and other cost, without what is a share of revenue. */
  readonly cost: number;
}

/** A customer month by month: months with usage or revenue. */
export interface CustomerActivity {
  readonly id: string;
  readonly name: string;
  /** False where part of the cost or of the revenue is not known. */
  readonly isComplete: boolean;
  /** False where part of the revenue is not known. */
  readonly isRevenueKnown: boolean;
  readonly months: readonly ActiveMonth[];
  /** Imported cost of a customer without such a month: it is of none of them. */
  readonly costOfNoMonth: number;
}

type TasksByMonth = ReadonlyMap<Month, number>;

/** Tasks by month and customer, under the ids of the report. */
function tasksOf(report: CustomersReport): ReadonlyMap<string, TasksByMonth> {
  const { customerMonths, customerOf } = usageOfCustomers(report);
  const found = new Map<string, Map<Month, number>>();
  for (const { customerId, month, tasks } of customerMonths) {
    if (customerId === null) continue;
    const id = customerOf(customerId);
    const months = found.get(id) ?? new Map<Month, number>();
    months.set(month, (months.get(month) ?? 0) + tasks);
    found.set(id, months);
  }
  return found;
}

const NOTHING = { revenueNano: 0n, inferenceNano: 0n };

/**
 * Customers of a report month by month, as its sheet counts them: a month of a plan that is free
 * and not used is none. Other cost by task and by month is in the month's cost; imported cost of
 * the period is spread over its tasks, or evenly where there are none.
 */
export function customerActivity(report: CustomersReport): CustomerActivity[] {
  const { otherCogs: other } = report.terms;
  const tasks = tasksOf(report);
  const none: TasksByMonth = new Map();
  return report.customers.map(({ id, name, ledger }) => {
    const own = tasks.get(id) ?? none;
    const amountsIn = (month: Month) => ledger.byMonth.get(month) ?? NOTHING;
    const months = report.months.filter((month) => {
      const { revenueNano, inferenceNano } = amountsIn(month);
      return own.has(month) || revenueNano !== 0n || inferenceNano !== 0n;
    });
    const allTasks = months.reduce((sum, month) => sum + (own.get(month) ?? 0), 0);
    const imported = units(ledger.otherCogsNano ?? 0n);
    return {
      id,
      name,
      isComplete: ledger.gaps.length === 0,
      isRevenueKnown: !ledger.lacksRevenue,
      months: months.map((month): ActiveMonth => {
        const { revenueNano, inferenceNano } = amountsIn(month);
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
      costOfNoMonth: months.length === 0 ? imported : 0,
    };
  });
}
