import type { CustomerFigures } from "../customers/customer-figures";
import type { CustomersReport } from "../customers/customers-report";
import { type Ledger, OpenLedger } from "../customers/ledger";

/** What a row of the table of customers is. */
export type RowKind = "Customer" | "Other customers" | "Unallocated" | "Revenue of nobody";

/** A row of the table: a customer, or a group that is a line of its own. */
export interface TableRow {
  readonly kind: RowKind;
  readonly name: string;
  readonly id: string;
  readonly matched: string;
  readonly ledger: Ledger;
  readonly taskCosts: CustomerFigures["taskCosts"];
}

/** Rows that a sheet of Excel has, less those above and around the table. */
const MOST = 1_048_576 - 1000;

function customerRow(customer: CustomerFigures, report: Sides): TableRow {
  const { id, name, matchedBy, ledger, taskCosts } = customer;
  const alone = report.onlyInUsage.has(id)
    ? "usage alone"
    : report.onlyInRevenue.has(id)
      ? "revenue alone"
      : "other costs alone";
  return { kind: "Customer", name, id, matched: matchedBy ?? alone, ledger, taskCosts };
}

interface Sides {
  readonly onlyInUsage: ReadonlySet<string>;
  readonly onlyInRevenue: ReadonlySet<string>;
}

function groupRow(kind: RowKind, name: string, ledger: Ledger): TableRow {
  return { kind, name, id: "", matched: "-", ledger, taskCosts: "-" };
}

function isEmpty({ requests, revenueNano, inferenceNano, otherCogsNano, gaps }: Ledger): boolean {
  return (
    requests === 0 &&
    revenueNano === 0n &&
    inferenceNano === 0n &&
    (otherCogsNano ?? 0n) === 0n &&
    gaps.length === 0
  );
}

/**
 * The rows of the table: the dearest customers, all others in one line, unallocated usage, and
 * revenue that names nobody. Together they are the total.
 *
 * @param limit how many customers get a row of their own
 */
export function tableRows(report: CustomersReport, limit: number): TableRow[] {
  const shown = Math.min(limit, MOST);
  const sides = {
    onlyInUsage: new Set(report.onlyInUsage),
    onlyInRevenue: new Set(report.onlyInRevenue),
  };
  const rows = report.customers.slice(0, shown).map((each) => customerRow(each, sides));
  const others = report.customers.slice(shown);
  if (others.length > 0) {
    const sum = new OpenLedger();
    for (const { ledger } of others) sum.add(ledger);
    rows.push(groupRow("Other customers", `All other customers (${others.length})`, sum));
  }
  rows.push(groupRow("Unallocated", "Unallocated usage", report.unallocated.ledger));
  const { ledger } = report.unnamedRevenue;
  if (!isEmpty(ledger))
    rows.push(groupRow("Revenue of nobody", "Revenue that names nobody", ledger));
  return rows;
}
