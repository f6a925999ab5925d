import type {
  ChartsBlock,
  ChartSpec,
  GridBlock,
  Item,
  SheetDescription,
} from "../workbook/sheet-blocks";
import { tariffAxis } from "./axes";
import { OVERALL_LIGHT } from "./checks-sheet";
import { marginChart } from "./forecast-charts";
import { bridgeChart } from "./levers-bridge";
import { curveChart } from "./margin-by-percentile";
import { policyLine } from "./policy-texts";
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

const TASK: ChartSpec = {
  id: "taskCost",
  title: "What a task costs",
  kind: "bar",
  along: "part.cost",
  series: [{ label: "Cost per task", values: "part.cost", color: "first" }],
  valueFormat: "moneyFine",
  valueTitle: "Cost per task",
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
    subtitle: "Every figure follows from the sheet Assumptions; what COGS hold stands at the end.",
    blocks: [
      beside(0, [curveChart(scenario, "marginByTariff"), TASK]),
      beside(1, [marginChart("forecastMargin"), bridgeChart("leverBridge")]),
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
      policyLine(),
    ],
    widths: { label: 38, unit: 16, others: 15 },
    print: { landscape: true, onePage: true },
    role: "output",
  };
}
