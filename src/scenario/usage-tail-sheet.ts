import type {
  Axis,
  ChartsBlock,
  GridBlock,
  Item,
  LinesBlock,
  SheetDescription,
} from "../workbook/sheet-blocks";
import type { Scenario } from "./scenario";
import { capBlocks } from "./usage-cap";
import { distributionBlock } from "./usage-distribution";
import { limitsBlock } from "./usage-limits";
import { percentileBlock, totalsBlock } from "./usage-totals";

const PERCENTILES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999] as const;

const PERCENTILE_AXIS: Axis = {
  id: "percentile",
  heading: "Percentile",
  keys: PERCENTILES.map((percentile) => {
    const label = `P${Number((percentile * 100).toPrecision(3))}`;
    return { key: label, label };
  }),
};

function curveBlock(money: string): GridBlock {
  const item = (
    name: string,
    label: string,
    unit: string,
    format: Item["format"],
    formula: string,
  ) => ({
    name: `tail.${name}`,
    label,
    unit,
    format,
    formula,
  });
  return {
    kind: "grid",
    title: "Usage and cost by percentile",
    note: "Percentiles of all customers",
    axis: PERCENTILE_AXIS,
    direction: "down",
    items: [
      {
        name: "tail.percentile",
        label: "Percentile",
        unit: "fraction",
        format: "percent",
        fixed: PERCENTILES,
      },
      item(
        "usage",
        "Usage",
        "tasks / month",
        "count",
        "USAGEAT(usage.median,usage.upper,tail.percentile,usageTail,inactiveShare)",
      ),
      item(
        "cost",
        "COGS before payment fees",
        money,
        "money",
        "tail.usage*unitCost+fixedPerCustomer",
      ),
      item("heavier", "Customers above", "of all", "percent", "1-tail.percentile"),
      item(
        "shareAbove",
        "Usage of those above",
        "of all usage",
        "percent",
        "TOPSHARE(usage.median,usage.upper,tail.heavier,usageTail,inactiveShare)",
      ),
      item("customersBelow", "Customers up to here", "of all", "percent", "tail.percentile"),
      item("shareBelow", "Usage of the others", "of all usage", "percent", "1-tail.shareAbove"),
      item(
        "costShare",
        "Cost of those above",
        "of COGS, no fees",
        "percent",
        "IF(usage.mean*unitCost+fixedPerCustomer=0,0,(tail.shareAbove*usage.mean*unitCost+tail.heavier*fixedPerCustomer)/(usage.mean*unitCost+fixedPerCustomer))",
      ),
      item("costBelow", "Cost of the others", "of COGS, no fees", "percent", "1-tail.costShare"),
    ],
  };
}

/** How few customers cost how much: the further the lines lie apart, the more uneven. */
function concentrationChart(): ChartsBlock {
  return {
    kind: "charts",
    rows: 18,
    charts: [
      {
        id: "concentration",
        title: "Share of cost that customers up to a percentile make up",
        kind: "line",
        along: "tail.percentile",
        series: [
          { label: "Customers", values: "tail.customersBelow", color: "neutral" },
          { label: "Their usage", values: "tail.shareBelow", color: "second" },
          { label: "Their cost", values: "tail.costBelow", color: "first" },
        ],
        valueFormat: "percent",
        valueTitle: "Share of all",
        categoryTitle: "Percentile of customers",
        from: 0,
        to: 1,
        columns: 5,
      },
    ],
  };
}

/** The same customer over a term, and how the spread of tasks adds to that of customers. */
function termBlock(): LinesBlock {
  return {
    kind: "lines",
    title: "The same customer over its term",
    note: "The spread above is of customer-months; over a term a customer is calmer",
    lines: [
      {
        name: "term.p50",
        label: "Usage over the term at P50",
        unit: "tasks",
        format: "count",
        formula: 'AT(total.median,"term")',
      },
      {
        name: "term.p99",
        label: "Usage over the term at P99",
        unit: "tasks",
        format: "count",
        formula: 'AT(total.p99,"term")',
      },
      {
        name: "term.ratio",
        label: "P99 over P50 over the term",
        unit: "ratio",
        format: "decimal",
        formula: "IF(term.p50=0,0,term.p99/term.p50)",
      },
      {
        name: "term.allowance",
        label: "Usage over an allowance period at P90",
        unit: "tasks",
        format: "count",
        formula: 'AT(total.p90,"allowance")',
      },
      {
        name: "spendRatio",
        label: "P99 over P50 of spend",
        unit: "ratio",
        format: "decimal",
        formula: "TAILRATIO(usage.upper/usage.median,costSpread,costCorrelation)",
        note: "Usage and cost per task together",
      },
    ],
  };
}

/** Usage between customers, and what the heaviest do to the margin. */
export function usageTailSheet({ product }: Scenario): SheetDescription {
  const money = `${product.priceCurrency} / month`;
  const [cap, steps] = capBlocks(money);
  return {
    id: "usageTail",
    name: "Usage tail",
    title: "Usage tail",
    subtitle: "How far customers lie apart, and what the heaviest cost.",
    blocks: [
      distributionBlock(),
      curveBlock(money),
      concentrationChart(),
      termBlock(),
      cap,
      limitsBlock(money),
      steps,
      percentileBlock(),
      totalsBlock(),
    ],
    widths: { label: 51, unit: 17, others: 15 },
    print: { landscape: false },
    role: "calculation",
  };
}
