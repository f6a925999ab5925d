import { first } from "../column";
import type { RevenueFormat, Shape } from "../format";

const ROWS: readonly (readonly string[])[] = [
  ["data", "lines", "data"],
  ["lines", "data"],
];

/**
 * Credit notes of Stripe, as the API's JSON: what was invoiced and is given back, which includes
 * refunds for which there is one. Amounts are positive there, in the smallest unit of the
 * currency, before discounts and with the taxes that prices include; here they are negative.
 * They name no period of service, so they count on the day from which they hold.
 * Source: docs.stripe.com/api/credit_notes, object and line item.
 */
export const STRIPE_CREDIT_NOTES: RevenueFormat = {
  id: "stripe-credit-notes",
  name: "Stripe credit notes",
  holds: "revenue",
  notes: ["A credit note counts on its day: it does not say for which period of service it is."],
  shapes: ROWS.map((rows): Shape => ({
    in: "json",
    rows,
    has: ["amount", "currency", "discount_amount", "status", "created"],
    lacks: [["period", "start"]],
  })),
  skips: [
    { when: first("livemode"), is: ["false"], because: "a test, not real money" },
    { when: first("status"), is: ["void"], because: "a credit note that was voided" },
  ],
  rowId: [first("id")],
  start: first("effective_at", "created"),
  zone: "UTC",
  currency: first("currency"),
  customer: { columns: ["customer"], usual: first("customer") },
  customerName: first("customer_name"),
  invoiceId: first("invoice"),
  invoicedOn: first("effective_at", "created"),
  amount: {
    add: [
      { constant: "0" },
      { each: ["discount_amounts", "amount"] },
      { each: ["tax_amounts", "amount"], where: ["inclusive", "true"] },
      { each: ["taxes", "amount"], where: ["tax_behavior", "inclusive"] },
    ],
    subtract: [first("amount")],
    unit: "Stripe minor units",
  },
};
