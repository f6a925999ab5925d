import type { Line } from "../../workbook/sheet-blocks";
import { units } from "../customers/margin-figures";
import type { TableSource } from "./table-source";

/** Revenue of the period by who it is of, and all of it as read. */
export function revenueLines({ report, formats }: TableSource): Line[] {
  const only = new Set(report.onlyInRevenue);
  const sum = (isMeant: (id: string) => boolean) =>
    units(
      report.customers.reduce(
        (nano, { id, ledger }) => (isMeant(id) ? nano + ledger.revenueNano : nano),
        0n,
      ),
    );
  const line = (name: string, label: string, input: number): Line => ({
    name: `control.revenue.${name}`,
    label,
    unit: formats.currency,
    format: formats.money,
    input,
  });
  return [
    line(
      "matched",
      "Revenue of customers with usage",
      sum((id) => !only.has(id)),
    ),
    line(
      "unmatched",
      "Revenue of customers without usage",
      sum((id) => only.has(id)),
    ),
    line("nobody", "Revenue that names nobody", report.unnamedRevenue.revenue),
    line(
      "read",
      "Revenue of the period as read",
      units(report.terms.revenue.lines.reduce((nano, each) => nano + each.revenueNano, 0n)),
    ),
  ];
}

/** What is counted and invoiced in the table of customers, as read: cost and margin follow from it. */
export function countLines({ report, formats }: TableSource): Line[] {
  const { lines, customerMonths } = report.terms.usage;
  const line = (name: string, label: string, unit: string, input: number): Line => ({
    name: `control.read.${name}`,
    label,
    unit,
    format: unit === formats.currency ? formats.money : "count",
    input,
  });
  const invoiced = report.terms.revenue.lines.reduce((nano, each) => nano + each.invoicedNano, 0n);
  return [
    line(
      "requests",
      "Requests read",
      "requests",
      lines.reduce((sum, { requests }) => sum + requests, 0),
    ),
    line(
      "tasks",
      "Tasks read",
      "tasks",
      customerMonths.reduce((sum, { tasks }) => sum + tasks, 0),
    ),
    line("invoiced", "Invoiced in the period as read", formats.currency, units(invoiced)),
  ];
}

/** Imported costs besides inference by whose they are, and all of them as read; none without any. */
export function costLines({ report, formats }: TableSource): Line[] {
  const imported = report.terms.otherCogs?.imported;
  if (imported === undefined) return [];
  const line = (name: string, label: string, nano: bigint): Line => ({
    name: `control.costs.${name}`,
    label,
    unit: formats.currency,
    format: formats.money,
    input: units(nano),
  });
  const matched = report.customers.reduce(
    (nano, { ledger }) => nano + (ledger.otherCogsNano ?? 0n),
    0n,
  );
  return [
    line("matched", "Other costs of customers", matched),
    line(
      "unallocated",
      "Other costs of no customer",
      report.unallocated.ledger.otherCogsNano ?? 0n,
    ),
    line(
      "read",
      "Other costs of the period as read",
      imported.lines.reduce((nano, each) => nano + each.revenueNano, 0n),
    ),
    line("outside", "Other costs outside the period, in no sum", imported.outsideNano),
  ];
}
