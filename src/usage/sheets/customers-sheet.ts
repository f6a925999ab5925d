import type { ChartsBlock, Line, SheetDescription } from "../../workbook/sheet-blocks";
import { customersTable } from "./customers-table";
import type { TableSource } from "./table-source";
import { targetLines } from "./target-lines";
import { topCustomers } from "./top-customers";
import { OVERALL_LIGHT } from "./usage-checks";
import { pricedLines, statusLines, totalLines } from "./total-lines";

const COLORS = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;

function charts({ models, formats, knowsOtherCogs }: TableSource): ChartsBlock {
  return {
    kind: "charts",
    rows: 17,
    charts: [
      {
        id: "customersCost",
        title: "Cost of the dearest customers, cumulative",
        kind: "line",
        along: "dear.share",
        series: [{ label: "Share of cost", values: "dear.share", color: "first" }],
        valueFormat: "percent",
        valueTitle: "Share of cost",
        categoryTitle: "Dearest customers",
        from: 0,
        to: 1,
        columns: 3,
      },
      {
        id: "customersMargin",
        title: knowsOtherCogs ? "Customers by margin" : "Customers by margin after inference",
        kind: "column",
        along: "bin.count",
        series: [{ label: "Customers", values: "bin.count", color: "third" }],
        valueFormat: "count",
        valueTitle: "Customers",
        categoryTitle: "Margin",
        columns: 3,
      },
      {
        id: "usageCost",
        title: "Inference cost by model and month",
        kind: "stackedColumn",
        along: "month.total",
        series: models.map(({ key, label }, i) => ({
          label,
          values: `month.model.${key}`,
          color: COLORS[i % COLORS.length] ?? "first",
        })),
        valueFormat: formats.whole,
        valueTitle: formats.currency,
        columns: 4,
      },
    ],
  };
}

/** What the sheet is read for, in a line. */
function subtitle({ report, formats }: TableSource, isApproximate: boolean): string {
  const [first = "", last = ""] = [report.months[0], report.months.at(-1)];
  const period = first === last ? first : `${first} to ${last}`;
  const tasks = isApproximate ? "; P50, P90 and P99 of tasks: approximate" : "";
  return `${period}, UTC; amounts in ${formats.currency}; revenue: ${report.terms.revenue.basis}${tasks}`;
}

const CHECKS: Line = {
  name: "customers.light",
  label: "All checks",
  format: "text",
  formula: OVERALL_LIGHT,
  isVerdict: true,
  note: "One by one on the sheet Usage checks",
};

/**
 * Cost, revenue and margin of every customer. The table is the last block.
 *
 * @param isApproximate whether the quantiles of what tasks cost are
 */
export function customersSheet(source: TableSource, isApproximate: boolean): SheetDescription {
  const totals = totalLines(source);
  return {
    id: "customers",
    name: "Customers",
    title: "Customers",
    subtitle: subtitle(source, isApproximate),
    blocks: [
      { ...totals, lines: [...totals.lines, CHECKS] },
      statusLines(source),
      ...topCustomers(source).map(({ shown }) => shown),
      charts(source),
      pricedLines(source),
      targetLines(source),
      customersTable(source),
    ],
    widths: { label: 38, unit: 16, others: 14 },
    frozenColumns: 1,
    print: { landscape: true, columnsPerPage: 10 },
    role: "output",
  };
}
