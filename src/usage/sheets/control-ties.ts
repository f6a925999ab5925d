import type { Line } from "../../workbook/sheet-blocks";
import type { ImportRecord } from "./import-record";
import type { TableSource } from "./table-source";

/** A light and the figure that it judges: 0 but for rounding, measured against a whole. */
function tie(name: string, label: string, formula: string, unit: string, whole: string): Line[] {
  return [
    {
      name: `control.${name}`,
      label,
      format: "text",
      formula: `IF(ISNUMBER(control.${name}.figure),IF(ABS(control.${name}.figure)<=slack*MAX(1,ABS(${whole})),"OK","Check"),"Check")`,
      isVerdict: true,
    },
    {
      name: `control.${name}.figure`,
      label: "Left over",
      unit: unit === "" ? "must be 0" : `${unit}, must be 0`,
      format: "residual",
      formula,
    },
  ];
}

function greatest(item: string): string {
  return `MAX(ALL(${item}),0-MIN(ALL(${item}),0),0)`;
}

const KINDS_WITH_COST = ["Customer", "Other customers", "Unallocated"];

/** Every control total: a light and the figure that it judges. */
export function controlTies(source: TableSource, files: readonly ImportRecord[]): Line[][] {
  const { report, formats } = source;
  const { currency } = formats;
  const hasAmounts = files.some(({ amounts }) => amounts.length > 0);
  return [
    ...(files.length > 0
      ? [
          tie(
            "rows",
            "Rows read are loaded, rejected, duplicates or excluded",
            greatest("file.tie"),
            "rows",
            "0",
          ),
        ]
      : []),
    ...(hasAmounts
      ? [
          tie(
            "amounts",
            "Amounts read are loaded, rejected, duplicates or excluded",
            greatest("amount.tie"),
            "amount",
            "SUM(ALL(amount.loaded))",
          ),
        ]
      : []),
    tie(
      "cost",
      "Customers and unallocated usage add up to the usage read",
      `${KINDS_WITH_COST.map((kind) => `SUMIF(ALL(customer.kind),"${kind}",ALL(customer.inference))`).join("+")}-control.usage`,
      currency,
      "control.usage",
    ),
    tie(
      "models",
      "Models and months add up to the usage read",
      "SUM(ALL(month.total))-control.usage",
      currency,
      "control.usage",
    ),
    tie(
      "matching",
      "Revenue matched and not matched adds up to the revenue read",
      "control.revenue.matched+control.revenue.unmatched+control.revenue.nobody-control.revenue.read",
      currency,
      "control.revenue.read",
    ),
    tie(
      "revenue",
      "The table holds all revenue read",
      "total.revenue-control.revenue.read",
      currency,
      "control.revenue.read",
    ),
    ...(["requests", "tasks", "invoiced"] as const).flatMap((name) => [
      tie(
        name,
        name === "invoiced"
          ? "The table holds all invoices read"
          : `The table holds all ${name} read`,
        `SUM(ALL(customer.${name}))-control.read.${name}`,
        name === "invoiced" ? currency : name,
        `control.read.${name}`,
      ),
    ]),
    ...(report.terms.otherCogs?.imported === undefined
      ? []
      : [
          tie(
            "costs",
            "Other costs matched and not matched add up to those read",
            "control.costs.matched+control.costs.unallocated-control.costs.read",
            currency,
            "control.costs.read",
          ),
          tie(
            "otherCogs",
            "The table holds all other costs read",
            "SUM(ALL(customer.otherImported))-control.costs.read",
            currency,
            "control.costs.read",
          ),
        ]),
    tie("errors", "No error in the table", `IF(ISERROR(SUM(ALL(${source.cost}))),1,0)`, "", "0"),
  ];
}
