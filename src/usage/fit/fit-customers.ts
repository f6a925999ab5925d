import type { CustomersReport } from "../customers/customers-report";
import type { CustomerMonth } from "../usage-summary";
import { customerActivity } from "./customer-activity";
import { fitUsage } from "./fit-usage";
import type { UsageFit } from "./usage-fit";

/**
 * Usage of the paying customers of a report, for a scenario: under the ids that the mapping table
 * gives them, without internal, evaluation and free usage. Where there is revenue, a customer-month
 * is inactive if it was paid for and brought no task.
 *
 * @returns null where no customer has any task
 */
export function fitCustomers(report: CustomersReport): UsageFit | null {
  const { usage } = report.terms;
  const activity = customerActivity(report);
  const paid = new Map(
    activity.map(({ id, months }) => [
      id,
      new Set(months.filter(({ revenue }) => revenue > 0).map(({ month }) => month)),
    ]),
  );
  const customerMonths = activity.flatMap(({ id, months }) =>
    months.map(({ month, tasks }): CustomerMonth => ({
      customerId: id,
      month,
      tasks,
      requests: 0,
      unpricedTasks: 0,
    })),
  );
  const unnamed = usage.customerMonths.filter(({ customerId }) => customerId === null);
  const hasRevenue = [...paid.values()].some(({ size }) => size > 0);
  return fitUsage(
    { ...usage, customerMonths: [...customerMonths, ...unnamed] },
    hasRevenue ? paid : null,
  );
}
