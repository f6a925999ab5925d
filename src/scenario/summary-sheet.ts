import type {
  ChartsBlock,
  ChartSpec,
  GridBlock,
  Item,
  SheetDescription,
} from "../workbook/sheet-blocks";
import { tariffAxis } from "./axes";
import { OVERALL_LIGHT } from "./checks-sheet";
import type { Scenario } from "./scenario";
import { companyBlock, floorsBlock, floorTable, headlineBlock } from "./summary-figures";
import { COMPARED } from "./percentiles";

function fetched(
  name: string,
  label: string,
  unit: string,
  format: Item["format"],
  of: string,
): Item {
  return { name: `compare.${name}`, label, unit, format, formula: `tariff.${of}` };
}

function tariffTable(scenario: Scenario): GridBlock {
  const month = `${scenario.product.priceCurrency} / month`;
  return {
    kind: "grid",
    title: "Tariffs compared",
    note: "Same customers, same usage: no reaction to price",
    axis: tariffAxis(scenario),
    direction: "across",
    items: [
      fetched("revenue", "Expected charge", month, "money", "revenue"),
      fetched("margin", "Blended margin", "of revenue", "percent", "margin"),
      { ...fetched("band", "Band", "", "text", "band"), isVerdict: true },
      ...COMPARED.filter(({ key }) => ["p50", "p90", "p99"].includes(key)).map(({ key, label }) =>
        fetched(`margin.${key}`, `Margin at ${label}`, "of revenue", "percent", `margin.${key}`),
      ),
      fetched("below", "Customer-months below target", "of all", "percent", "target.share"),
      fetched("profit", "Gross profit of the company", month, "moneyWhole", "grossProfit"),
    ],
  };
}

const MARGIN_BY_TARIFF: ChartSpec = {
  id: "marginByTariff",
  title: "Margin of one customer by tariff",
  kind: "column",
  along: "compare.margin",
  series: [
    { label: "P50", values: "compare.margin.p50", color: "first" },
    { label: "P90", values: "compare.margin.p90", color: "fifth" },
    { label: "P99", values: "compare.margin.p99", color: "bad" },
  ],
  valueFormat: "percent",
  valueTitle: "Margin",
};

const TASK: ChartSpec = {
  id: "taskCost",
  title: "What a task costs",
  kind: "bar",
  along: "part.cost",
  series: [{ label: "Cost per task", values: "part.cost", color: "first" }],
  valueFormat: "moneyFine",
};

const LEVERS: ChartSpec = {
  id: "leverPoints",
  title: "What the levers add to the blended margin",
  kind: "column",
  along: "lever.points",
  series: [{ label: "Points, all together (Shapley)", values: "lever.points", color: "good" }],
  valueFormat: "percent",
};

const FORECAST: ChartSpec = {
  id: "forecastMargin",
  title: "Blended margin against the limits",
  kind: "line",
  along: "forecast.margin",
  series: [
    { label: "Blended margin", values: "forecast.margin", color: "first" },
    { label: "Flagged below", values: "forecast.flagLine", color: "bad" },
    { label: "Healthy from", values: "forecast.healthyLine", color: "good" },
  ],
  valueFormat: "percent",
  categoryTitle: "Month",
};

/** Rows and columns of a chart, and the gap between charts. */
const CHART = { rows: 18, columns: 4, gap: 1 } as const;

/** Charts to the right of the figures: a line of two, below the lines before it. */
function beside(line: number, charts: readonly ChartSpec[]): ChartsBlock {
  return {
    kind: "charts",
    rows: CHART.rows,
    beside: { column: 6, rowsDown: line * (CHART.rows + CHART.gap) },
    charts: charts.map((chart) => ({ ...chart, columns: CHART.columns })),
  };
}

/** The board page. */
export function summarySheet(scenario: Scenario): SheetDescription {
  return {
    id: "summary",
    name: "Summary",
    title: "Summary",
    subtitle:
      "COGS hold what the policy on the sheet Assumptions puts there. Every figure follows from that sheet.",
    blocks: [
      beside(0, [MARGIN_BY_TARIFF, TASK]),
      beside(1, [FORECAST, LEVERS]),
      {
        kind: "lines",
        title: "Checks",
        lines: [
          {
            name: OVERALL_LIGHT,
            label: "All checks of the workbook",
            format: "text",
            formula: "check.overall",
            isVerdict: true,
          },
        ],
      },
      headlineBlock(scenario),
      companyBlock(scenario),
      floorsBlock(scenario),
      floorTable(),
      tariffTable(scenario),
    ],
    widths: { label: 38, unit: 16, others: 15 },
    print: { landscape: true, onePage: true },
    role: "output",
  };
}
