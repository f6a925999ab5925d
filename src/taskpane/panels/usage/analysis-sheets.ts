import { CalcError } from "../../../calc";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import { fitCustomers } from "../../../usage/fit/fit-customers";
import { reconciledCurrencies, reconciliation } from "../../../usage/reconcile/reconciliation";
import { budgetSheet } from "../../../usage/sheets/budget-sheet";
import { fitSheet } from "../../../usage/sheets/fit-sheet";
import { reconciliationSheet } from "../../../usage/sheets/reconciliation-sheet";
import { listPrices, reportedPeriod } from "../../../usage/variance/periods";
import { profitBridge } from "../../../usage/variance/profit-bridge";
import type { SheetDescription } from "../../../workbook/sheet-blocks";

/** Usage against invoices, in the currency of the report where there is usage in it. */
export function reconciliationOf({ terms }: CustomersReport): SheetDescription {
  const currencies = reconciledCurrencies(terms.usage);
  const own = currencies.includes(terms.currency) ? terms.currency : currencies[0];
  return reconciliationSheet(reconciliation(terms.usage, own ?? terms.currency));
}

/** @throws CalcError where no customer has any task */
export function usageFitOf(report: CustomersReport): SheetDescription {
  const fit = fitCustomers(report);
  if (fit === null) throw new CalcError("#VALUE!", "no customer of this import has any task");
  return fitSheet(fit);
}

/**
 * The change of gross profit from one month to another.
 *
 * @param day Excel date at which list prices tell caching from other changes
 */
export function budgetOf(
  first: CustomersReport,
  second: CustomersReport,
  day: number,
): SheetDescription {
  const [before, after] = [first, second].map((report) =>
    reportedPeriod(report, report.months[0] ?? ""),
  );
  if (before === undefined || after === undefined) throw new RangeError("two months are compared");
  const bridge = profitBridge(before, after, listPrices([before, after], day));
  return budgetSheet(bridge, first.terms.currency);
}
