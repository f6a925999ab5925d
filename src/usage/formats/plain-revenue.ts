import { first } from "../column";
import type { RevenueFormat } from "../format";
import type { MoneyUnit } from "../values/money";

/** Which column of a plain table of revenue holds what. */
export interface RevenueMapping {
  readonly start: string;
  /** Net of discounts and without tax. */
  readonly amount: string;
  readonly amountUnit?: MoneyUnit;
  /** Tax that the amount includes. */
  readonly tax?: string;
  /** Discount that the amount does not yet account for. */
  readonly discount?: string;
  readonly end?: string;
  /** Whether the end stated is the last day of the service and not the first after it. */
  readonly endIsLast?: boolean;
  readonly rowId?: string;
  readonly customer?: string;
  readonly customerName?: string;
  readonly invoice?: string;
  readonly subscription?: string;
  readonly invoicedOn?: string;
  readonly currency?: string;
  readonly currencyIs?: string;
}

/** The format of a plain table of revenue, by a mapping of its columns. */
export function plainRevenue(mapping: RevenueMapping): RevenueFormat {
  const subtract = [mapping.tax, mapping.discount]
    .filter((column) => column !== undefined)
    .map((column) => first(column));
  return {
    id: "plain-revenue",
    name: "Revenue by your own columns",
    holds: "revenue",
    shapes: [],
    start: first(mapping.start),
    zone: "ask",
    currency:
      mapping.currency === undefined
        ? { constant: mapping.currencyIs ?? "USD" }
        : first(mapping.currency),
    amount: { add: [first(mapping.amount)], subtract, unit: mapping.amountUnit ?? "units" },
    ...(mapping.end === undefined ? {} : { end: first(mapping.end) }),
    ...(mapping.endIsLast === undefined ? {} : { endIsLast: mapping.endIsLast }),
    ...(mapping.rowId === undefined ? {} : { rowId: [first(mapping.rowId)] }),
    ...(mapping.customer === undefined
      ? {}
      : { customer: { columns: [mapping.customer], usual: first(mapping.customer) } }),
    ...(mapping.customerName === undefined ? {} : { customerName: first(mapping.customerName) }),
    ...(mapping.invoice === undefined ? {} : { invoiceId: first(mapping.invoice) }),
    ...(mapping.subscription === undefined ? {} : { subscriptionId: first(mapping.subscription) }),
    ...(mapping.invoicedOn === undefined ? {} : { invoicedOn: first(mapping.invoicedOn) }),
  };
}
