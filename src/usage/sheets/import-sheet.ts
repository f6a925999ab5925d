import type { Line, LinesBlock, SheetDescription } from "../../workbook/sheet-blocks";
import { units } from "../customers/margin-figures";
import { amountsGrid, filesGrid, NOT_KNOWN, sourcesGrid } from "./import-grids";
import type { ImportRecord } from "./import-record";
import { leftOverGrids } from "./left-over-grids";
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

function revenueLines({ report, formats }: TableSource): Line[] {
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

function controlLines(source: TableSource, files: readonly ImportRecord[]): LinesBlock {
  const { report, formats } = source;
  const { currency } = formats;
  const hasAmounts = files.some(({ amounts }) => amounts.length > 0);
  const usageNano = [...report.inferenceByMonth.values()]
    .flatMap((models) => [...models.values()])
    .reduce((sum, nano) => sum + nano, 0n);
  const ties = [
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
            "So are the amounts read",
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
      "Models and months add up to it",
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
    tie("errors", "No error in the table", `IF(ISERROR(SUM(ALL(${source.cost}))),1,0)`, "", "0"),
  ];
  const lights = ties.flatMap(([light]) => (light ? [`${light.name}="OK"`] : []));
  const notKnown: Line[] = hasAmounts
    ? [
        {
          name: "control.unknownAmounts",
          label: "Files whose amounts cannot be tied",
          unit: "files",
          format: "count",
          formula: `COUNTIF(ALL(amount.tie),"${NOT_KNOWN}")`,
          note: "Amounts of rejected rows cannot be read",
        },
      ]
    : [];
  return {
    kind: "lines",
    title: "Control totals",
    lines: [
      {
        name: "control.light",
        label: "All of them",
        format: "text",
        formula: `IF(AND(${lights.join(",")}),"OK","Check")`,
        isVerdict: true,
      },
      ...ties.flat(),
      ...notKnown,
      {
        name: "control.usage",
        label: "Inference cost of all usage read",
        unit: currency,
        format: formats.money,
        input: units(usageNano),
      },
      ...revenueLines(source),
    ],
  };
}

function signLines(): LinesBlock {
  const line = (name: string, label: string, unit: string, format: Line["format"]): Line => ({
    name: `sign.${name}`,
    label,
    unit,
    format,
    input: null,
  });
  return {
    kind: "lines",
    title: "Prepared and reviewed",
    lines: [
      line("preparer", "Prepared by", "name", "text"),
      line("preparedOn", "on", "date", "date"),
      line("reviewer", "Reviewed by", "name", "text"),
      line("reviewedOn", "on", "date", "date"),
    ],
  };
}

/** The log of the import: files, control totals, and what matched nobody. */
export function importSheet(source: TableSource, files: readonly ImportRecord[]): SheetDescription {
  return {
    id: "import",
    name: "Import",
    title: "Import",
    subtitle: "What was read, what became of it, and whether it adds up",
    blocks: [
      controlLines(source, files),
      signLines(),
      ...(files.length > 0 ? [filesGrid(files), sourcesGrid(files)] : []),
      ...amountsGrid(files),
      ...leftOverGrids(source),
    ],
    widths: { label: 50, unit: 18, others: 18, columns: { 6: 28 } },
    frozenColumns: 1,
    print: { landscape: true },
    role: "check",
  };
}
