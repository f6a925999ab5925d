import type { Backtest, ReplayedCustomer } from "../backtest/backtest";

/** A row of the table: a customer, or all that have no row of their own. */
export interface BacktestRow extends ReplayedCustomer {
  readonly kind: "Customer" | "Others";
}

function together(name: string, customers: readonly ReplayedCustomer[]): BacktestRow[] {
  if (customers.length === 0) return [];
  const sum = (of: (customer: ReplayedCustomer) => number) =>
    customers.reduce((total, customer) => total + of(customer), 0);
  const [first] = customers;
  return [
    {
      kind: "Others",
      id: "",
      name: `${name} (${customers.length})`,
      months: sum(({ months }) => months),
      tasks: sum(({ tasks }) => tasks),
      cost: first?.cost == null ? null : sum(({ cost }) => cost ?? 0),
      paid: first?.paid == null ? null : sum(({ paid }) => paid ?? 0),
      charges: first?.charges.map((_, i) => sum(({ charges }) => charges[i] ?? 0)) ?? [],
    },
  ];
}

/**
 * So many of the dearest customers, and all others in a line, or more where some of their costs or
 * payments are not known.
 */
export function backtestRows({ customers }: Backtest, limit: number): BacktestRow[] {
  const others = customers.slice(limit);
  const unknown = others.filter(({ cost }) => cost === null);
  const knowsPayments = customers.some(({ paid }) => paid !== null);
  const isUnpaid = ({ paid }: ReplayedCustomer) => knowsPayments && paid === null;
  return [
    ...customers.slice(0, limit).map((each): BacktestRow => ({ ...each, kind: "Customer" })),
    ...together(
      "All other customers",
      others.filter(({ cost }) => cost !== null),
    ),
    ...together(
      "Others whose cost is not known",
      unknown.filter((each) => !isUnpaid(each)),
    ),
    ...together("Others whose payments are not known", unknown.filter(isUnpaid)),
  ];
}
