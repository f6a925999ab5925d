import { CalcError } from "../../../calc";
import type { UsageSummary } from "../../../usage";
import { backtest } from "../../../usage/backtest/backtest";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import { customerActivity } from "../../../usage/fit/customer-activity";
import { fitCustomers } from "../../../usage/fit/fit-customers";
import { invoicedAmounts } from "../../../usage/reconcile/invoiced-amounts";
import { reconciledCurrencies, reconciliation } from "../../../usage/reconcile/reconciliation";
import { backtestSheet } from "../../../usage/sheets/backtest-sheet";
import { budgetSheet } from "../../../usage/sheets/budget-sheet";
import { fitSheet } from "../../../usage/sheets/fit-sheet";
import { reconciliationSheet } from "../../../usage/sheets/reconciliation-sheet";
import type { PeriodFigures } from "../../../usage/variance/period-figures";
import { listPrices, plannedPeriod, reportedPeriod } from "../../../usage/variance/periods";
import { profitBridge } from "../../../usage/variance/profit-bridge";
import type { SheetDescription } from "../../../workbook/sheet-blocks";
import type { Offers } from "../../panel-props";

/**
 * Usage against invoices, in the currency of the report where there is usage in it.
 *
 * @param bills what providers billed, where exports of it were imported beside the usage
 */
export function reconciliationOf(
  { terms }: CustomersReport,
  bills: UsageSummary | undefined,
): SheetDescription {
  const currencies = reconciledCurrencies(terms.usage);
  const own = currencies.includes(terms.currency) ? terms.currency : currencies[0];
  const currency = own ?? terms.currency;
  const invoices = bills ? invoicedAmounts(bills, currency) : [];
  return reconciliationSheet(reconciliation(terms.usage, currency, invoices));
}

/** @throws CalcError where no customer has any task */
export function usageFitOf(report: CustomersReport): SheetDescription {
  const fit = fitCustomers(report);
  if (fit === null) throw new CalcError("#VALUE!", "no customer of this import has any task");
  return fitSheet(fit);
}

/** A month of the import as a period to be compared. */
export function monthOf(report: CustomersReport): PeriodFigures {
  return reportedPeriod(report, report.months[0] ?? "");
}

/**
 * A month as the scenario plans it, as a period to be compared.
 *
 * @throws CalcError `#VALUE!` where the scenario is in another currency or has a figure without value
 */
export function planOf({ name, currency, plan }: Offers, reported: string): PeriodFigures {
  if (currency !== reported) {
    throw new CalcError(
      "#VALUE!",
      `the scenario is in ${currency} and the import is in ${reported}`,
    );
  }
  return plannedPeriod({ ...plan(), label: `Plan: ${name}`, months: 1, exchangeRate: 1 });
}

/**
 * The change of gross profit from one period to another.
 *
 * @param day Excel date at which list prices tell caching from other changes
 */
export function budgetOf(
  before: PeriodFigures,
  after: PeriodFigures,
  currency: string,
  day: number,
): SheetDescription {
  return budgetSheet(profitBridge(before, after, listPrices([before, after], day)), currency);
}

/**
 * The analyses that go with the customers into one workbook, as far as the import has figures for
 * them: Reconciliation, and the last month against the one before.
 *
 * @param day Excel date at which list prices tell caching from other changes
 */
export function analysesOf(
  report: CustomersReport,
  bills: UsageSummary | undefined,
  ofMonth: (month: string) => CustomersReport,
  day: number,
): SheetDescription[] {
  const [before, after] = report.terms.usage.months.slice(-2);
  const made = [
    () => reconciliationOf(report, bills),
    ...(before === undefined || after === undefined
      ? []
      : [
          () =>
            budgetOf(monthOf(ofMonth(before)), monthOf(ofMonth(after)), report.terms.currency, day),
        ]),
  ];
  return made.flatMap((make) => {
    try {
      return [make()];
    } catch (error) {
      if (error instanceof CalcError) return [];
      throw error;
    }
  });
}

/**
 * Customer-months of the import under the tariffs of the scenario's form.
 *
 * @throws CalcError `#VALUE!` where the tariffs are in another currency than the report
 */
export function backtestOf(
  report: CustomersReport,
  { currency, tariffs }: Offers,
): SheetDescription {
  const { terms, months } = report;
  if (currency !== terms.currency) {
    throw new CalcError(
      "#VALUE!",
      `the tariffs of the scenario are in ${currency} and the import is in ${terms.currency}`,
    );
  }
  const hasRevenue = terms.revenue.lines.length > 0;
  const [first = "", last = first] = [months[0], months.at(-1)];
  const cut = months.filter((month) => !report.wholeMonths.includes(month));
  // A base fee is of a whole month, whatever part of it the usage covers.
  const partly = cut.length === 0 ? "" : ` (covered in part: ${cut.join(", ")})`;
  return backtestSheet({
    backtest: backtest(customerActivity(report), tariffs, hasRevenue),
    currency,
    period: `${first === last ? first : `${first} to ${last}`}${partly}`,
    targetMargin: terms.targetMargin,
    costShareOfRevenue: terms.otherCogs?.revenueShare ?? 0,
    knowsOtherCogs: terms.otherCogs !== null,
  });
}
