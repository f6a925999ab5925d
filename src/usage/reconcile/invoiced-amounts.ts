import { sumOfCosts } from "../customers/line-cost";
import type { UsageSummary } from "../usage-summary";
import type { InvoicedAmount } from "./reconciliation";

/**
 * What providers billed, by month, provider and model: an import of their bills as the invoices
 * that other usage is held against. Taxes, credits and purchases of a bill are not among them.
 *
 * @param bills the summary of exports of bills alone
 * @param currency other currencies are left out, because invoices are not converted
 */
export function invoicedAmounts(bills: UsageSummary, currency: string): InvoicedAmount[] {
  return bills.lines
    .filter((line) => line.currency === currency)
    .map(({ month, provider, model, costs }) => ({
      month,
      provider,
      model,
      amountNano: sumOfCosts(costs),
    }));
}
