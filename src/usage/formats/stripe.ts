import { type Column, first } from "../column";
import type { RevenueFormat, Shape } from "../format";

const INVOICES: readonly (readonly string[])[] = [
  ["data", "lines", "data"],
  ["lines", "data"],
];
const LINES: readonly (readonly string[])[] = [["data"], []];
const PERIOD: readonly Column[] = ["amount", "currency", "livemode", ["period", "start"]];

/**
 * Lines of Stripe's invoices: the API's invoices or lines as JSON, and tables of lines as CSV.
 * Amounts are in the smallest unit of the currency, before discounts, and with the taxes that
 * prices include. The customer is on the invoice, not on the line. A proration that gives money
 * back is negative.
 */
export const STRIPE: RevenueFormat = {
  id: "stripe",
  name: "Stripe invoice lines",
  holds: "revenue",
  notes: [
    "Lines alone do not name the customer: import whole invoices, or match invoices to customers.",
    "Credit notes are not among them: import those beside the invoices. A refund without a credit note changes no invoice.",
  ],
  shapes: [
    { in: "csv", has: ["invoice_id", "amount", "period_start"] },
    ...INVOICES.map((rows): Shape => ({ in: "json", rows, has: PERIOD })),
    ...LINES.map((rows): Shape => ({ in: "json", rows, has: PERIOD, lacks: ["lines"] })),
  ],
  skips: [
    { when: first("livemode"), is: ["false"], because: "a test, not real money" },
    {
      when: first(["..", "status"]),
      is: ["void", "draft"],
      because: "of an invoice that is void or a draft",
    },
  ],
  rowId: [first("unique_id", "id")],
  start: first("period_start", ["period", "start"]),
  end: first("period_end", ["period", "end"]),
  zone: "UTC",
  currency: first("currency"),
  customer: {
    columns: ["customer", "customer_id"],
    maps: ["metadata"],
    usual: first("customer", "customer_id"),
  },
  customerName: first("customer_name"),
  invoiceId: first("invoice_id", "invoice", ["..", "id"]),
  subscriptionId: first(
    "subscription_id",
    "subscription",
    ["parent", "subscription_item_details", "subscription"],
    ["parent", "invoice_item_details", "subscription"],
  ),
  invoicedOn: first(["status_transitions", "finalized_at"], "created"),
  amount: {
    add: [first("amount")],
    subtract: [
      { each: ["discount_amounts", "amount"] },
      { each: ["tax_amounts", "amount"], where: ["inclusive", "true"] },
      { each: ["taxes", "amount"], where: ["tax_behavior", "inclusive"] },
    ],
    unit: "Stripe minor units",
  },
};
