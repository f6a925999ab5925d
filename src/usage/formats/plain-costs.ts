import { first } from "../column";
import type { RevenueFormat } from "../format";
import type { MoneyUnit } from "../values/money";

/** Which column of a plain table of costs besides inference holds what. */
export interface CostMapping {
  /** The month, or the day on which the cost begins. */
  readonly start: string;
  readonly end?: string;
  readonly amount: string;
  readonly amountUnit?: MoneyUnit;
  readonly customer?: string;
  readonly customerName?: string;
  /** What the cost is for, such as support or hosting. */
  readonly purpose?: string;
  readonly rowId?: string;
  readonly currency?: string;
  readonly currencyIs?: string;
}

/** The format of a plain table of costs besides inference, by a mapping of its columns. */
export function plainCosts(mapping: CostMapping): RevenueFormat {
  const { start, end, amount, amountUnit, customer, customerName, purpose, rowId } = mapping;
  const { currency, currencyIs = "USD" } = mapping;
  return {
    id: "plain-costs",
    name: "Other costs by your own columns",
    holds: "costs",
    shapes: [],
    start: first(start),
    ...(end !== undefined && { end: first(end) }),
    // Books are kept by month: a few hours at its edge are nobody's question.
    zone: "assumed UTC",
    currency: currency === undefined ? { constant: currencyIs } : first(currency),
    amount: { add: [first(amount)], unit: amountUnit ?? "units" },
    ...(rowId !== undefined && { rowId: [first(rowId)] }),
    ...(customer !== undefined && { customer: { columns: [customer], usual: first(customer) } }),
    ...(customerName !== undefined && { customerName: first(customerName) }),
    ...(purpose !== undefined && { purpose: first(purpose) }),
  };
}
