import type { GridBlock, Item, Line, LinesBlock } from "../workbook/sheet-blocks";
import { FLOOR_AXIS } from "./price-floors";
import type { Scenario } from "./scenario";

function ofFocus(item: string): string {
  return `INDEX(ALL(tariff.${item}),focus)`;
}

/** The answers for which the workbook is read, first. */
export function headlineBlock({ product }: Scenario): LinesBlock {
  const margin = (name: string, label: string, key: string): Line[] => [
    {
      name: `summary.margin.${key}`,
      label: `Margin of ${label}`,
      unit: "of revenue",
      format: "percent",
      formula: ofFocus(`margin.${key}`),
      isResult: true,
    },
    {
      name,
      label: `Status of ${label}`,
      format: "text",
      formula: ofFocus(`status.${key}`),
      isVerdict: true,
    },
  ];
  return {
    kind: "lines",
    title: "Does it make money?",
    note: "Tariff in focus; expected over the usage distribution",
    lines: [
      {
        name: "summary.tariff",
        label: "Tariff in focus",
        format: "text",
        formula: ofFocus("name"),
      },
      {
        name: "summary.margin",
        label: "Blended gross margin",
        unit: "of revenue",
        format: "percent",
        formula: ofFocus("margin"),
        isResult: true,
        note: "Total profit over total revenue",
      },
      {
        name: "summary.band",
        label: "Investors' band",
        format: "text",
        formula: ofFocus("band"),
        isVerdict: true,
      },
      ...margin("summary.status.p50", "the customer at P50", "p50"),
      ...margin("summary.status.p90", "the customer at P90", "p90"),
      ...margin("summary.status.p99", "the customer at P99", "p99"),
      {
        name: "summary.contribution",
        label: "Contribution margin",
        unit: "of revenue",
        format: "percent",
        formula: ofFocus("contribution"),
        note: "All variable cost, no fixed cost",
      },
      {
        name: "summary.belowTarget",
        label: "Customer-months below target",
        unit: "of all",
        format: "percent",
        formula: ofFocus("target.share"),
      },
      {
        name: "summary.lossMaking",
        label: "Customer-months at a loss",
        unit: "of all",
        format: "percent",
        formula: ofFocus("loss.share"),
      },
      {
        name: "summary.taskCost",
        label: "Cost of a task",
        unit: `${product.costCurrency} / task`,
        format: "moneyFine",
        formula: "taskCost",
      },
    ],
  };
}

/** What it comes to for the company. */
export function companyBlock({ product }: Scenario): LinesBlock {
  const month = `${product.priceCurrency} / month`;
  const line = (name: string, label: string, formula: string, note?: string): Line => ({
    name: `company.${name}`,
    label,
    unit: month,
    format: "moneyWhole",
    formula,
    ...(note && { note }),
  });
  return {
    kind: "lines",
    title: "For the company",
    lines: [
      line("revenue", "Revenue", `${ofFocus("revenue")}*${ofFocus("customers")}`),
      line("cogs", "COGS", `${ofFocus("cogs")}*${ofFocus("customers")}`),
      { ...line("grossProfit", "Gross profit", "company.revenue-company.cogs"), isResult: true },
      {
        ...line("grossProfitYear", "Gross profit of a year", "company.grossProfit*monthsPerYear"),
        unit: `${product.priceCurrency} / year`,
      },
      line(
        "subsidy",
        "Subsidy to loss-making customers",
        `${ofFocus("loss.lack")}*${ofFocus("customers")}`,
        "What they cost beyond what they pay",
      ),
      {
        name: "summary.topShare",
        label: "Cost of the heaviest 1%",
        unit: "of COGS, no fees",
        format: "percent",
        formula: 'AT(tail.costShare,"P99")',
      },
      {
        name: "summary.heaviest",
        label: "Heaviest customer to expect",
        unit: "tasks / month",
        format: "count",
        formula: "usageAt.heaviest",
      },
      {
        name: "summary.breakEven",
        label: "Break-even usage of a flat fee",
        unit: "tasks / month",
        format: "count",
        formula: ofFocus("breakEven"),
        note: "Of the base fee alone",
      },
    ],
  };
}

/** The three floors, which are never one list. */
export function floorsBlock({ product }: Scenario): LinesBlock {
  const floor = (key: string, label: string, note: string): Line => ({
    name: `floor.${key}`,
    label,
    unit: `${product.priceCurrency} / month`,
    format: "money",
    formula: `AT(floors.price,"${key}")`,
    isResult: true,
    note,
  });
  return {
    kind: "lines",
    title: "Price floors of a flat fee",
    note: "Three different questions",
    lines: [
      floor("portfolio", "Portfolio floor", "The blended margin meets the target"),
      floor("stressed", "Stressed portfolio floor", "Usage of all customers together at its P99"),
      floor(
        "p50",
        "Single-customer floor at P50",
        "For a bespoke quote or a cap, not a list price",
      ),
      floor("p90", "Single-customer floor at P90", "Not a list price"),
      floor("p99", "Single-customer floor at P99", "Not a list price"),
    ],
  };
}

/** What each floor would bring, were it the price of all. */
export function floorTable(): GridBlock {
  const beside = (name: string, label: string, unit: string): Item => ({
    name: `beside.${name}`,
    label,
    unit,
    format: "percent",
    formula: `floors.${name}`,
  });
  return {
    kind: "grid",
    title: "At each floor, all customers",
    axis: FLOOR_AXIS,
    direction: "down",
    items: [
      beside("margin", "Blended margin", "of revenue"),
      beside("below", "Below target", "of all"),
      beside("loss", "At a loss", "of all"),
    ],
  };
}
