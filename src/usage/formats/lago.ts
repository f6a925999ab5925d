import { first } from "../column";
import type { RevenueFormat } from "../format";

/**
 * Fees of Lago's invoices, exported as CSV. The total includes taxes, both in the currency's
 * smallest unit. The export names no customer, only the subscription by the id that the
 * application gave it. Fees for wallet credits are paid in advance.
 * Source: getlago/lago-api, Fee#total_amount_cents and DataExports::Csv::InvoiceFees.
 */
export const LAGO: RevenueFormat = {
  id: "lago",
  name: "Lago fees",
  holds: "revenue",
  notes: [
    "The export names no customer: match subscription_external_id to customers.",
    "Coupons and credit notes are on the invoice, not on its fees.",
  ],
  shapes: [{ in: "csv", has: ["fee_lago_id", "fee_total_amount_cents"] }],
  rowId: [first("fee_lago_id")],
  start: first("fee_from_date", "fee_from_date_utc", "invoice_issuing_date"),
  end: first("fee_to_date", "fee_to_date_utc"),
  endIsLast: true,
  zone: "UTC",
  currency: first("fee_amount_currency"),
  customer: { columns: ["subscription_external_id"] },
  invoiceId: first("invoice_lago_id"),
  subscriptionId: first("subscription_external_id"),
  invoicedOn: first("invoice_issuing_date"),
  amount: {
    add: [first("fee_total_amount_cents")],
    subtract: [first("fee_taxes_amount_cents")],
    unit: "minor units",
  },
  prepayment: { when: first("fee_item_type"), is: ["WalletTransaction", "credit"] },
};
