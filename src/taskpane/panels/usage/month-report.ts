import type { Month, UsageSummary } from "../../../usage";
import { CalcError } from "../../../calc";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import { monthEnd } from "../../../usage/revenue/months";
import { type ImportedRows, type ReportSettings, reportOf } from "./report-settings";

/** The usage of one month. What a task costs in all months is not of one of them. */
function usageOfMonth(usage: UsageSummary, month: Month): UsageSummary {
  const isOf = (each: { readonly month: Month }) => each.month === month;
  return {
    months: [month],
    lines: usage.lines.filter(isOf),
    customerMonths: usage.customerMonths.filter(isOf),
    customers: [],
    profile: null,
    otherCharges: usage.otherCharges.filter(isOf),
    start: Math.max(usage.start, Date.parse(`${month}-01T00:00:00Z`)),
    end: Math.min(usage.end, monthEnd(month)),
  };
}

/**
 * What customers cost and pay in one month of the import.
 *
 * @throws CalcError where customersReport does
 */
export function monthReport(
  usage: UsageSummary,
  rows: ImportedRows,
  settings: ReportSettings,
  month: Month,
): CustomersReport {
  const report = reportOf(usageOfMonth(usage, month), rows, settings);
  if (report === undefined) throw new CalcError("#VALUE!", `${month} has no usage`);
  if (report instanceof CalcError) throw report;
  return report;
}
