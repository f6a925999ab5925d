import { first } from "../column";
import type { RevenueFormat, Shape } from "../format";

const ROWS: readonly (readonly string[])[] = [["data", "line_items"], ["line_items"]];

/**
 * Lines of Orb's invoices, as the API's JSON. Revenue is adjusted_subtotal: after discounts and
 * before credits paid in advance, of which "amount" is net, so that it is 0 where credits pay.
 * Sub-lines repeat their line and are not read. Amounts are text in units of the currency.
 */
export const ORB: RevenueFormat = {
  id: "orb",
  name: "Orb invoice lines",
  holds: "revenue",
  shapes: ROWS.map((rows): Shape => ({
    in: "json",
    rows,
    has: ["adjusted_subtotal", "start_date", "end_date"],
  })),
  rowId: [first("id")],
  start: first("start_date"),
  end: first("end_date"),
  zone: "UTC",
  currency: first("currency"),
  customer: {
    columns: [
      ["customer", "external_customer_id"],
      ["customer", "id"],
    ],
    usual: first(["customer", "external_customer_id"], ["customer", "id"]),
  },
  customerName: first(["customer", "name"]),
  invoiceId: first(["..", "id"]),
  subscriptionId: first(["subscription", "id"]),
  invoicedOn: first("invoice_date"),
  amount: { add: [first("adjusted_subtotal")], unit: "units" },
};
