import type { ChartsBlock, ChartSpec } from "../workbook/sheet-blocks";

/** The blended margin, month by month, against the limits of investors' bands. */
export function marginChart(id: string): ChartSpec {
  return {
    id,
    title: "Blended margin against the limits",
    kind: "line",
    along: "forecast.margin",
    series: [
      { label: "Blended margin", values: "forecast.margin", color: "first" },
      { label: "Flagged below", values: "forecast.flagLine", color: "bad" },
      { label: "Healthy from", values: "forecast.healthyLine", color: "good" },
    ],
    valueFormat: "percent",
    valueTitle: "Blended margin",
    categoryTitle: "Month",
  };
}

/** What the months bring in money, and in margin. */
export function forecastCharts(): ChartsBlock {
  return {
    kind: "charts",
    rows: 18,
    charts: [
      {
        id: "forecastMoney",
        title: "Revenue, COGS and gross profit",
        kind: "line",
        along: "forecast.revenue",
        series: [
          { label: "Revenue", values: "forecast.revenue", color: "first" },
          { label: "COGS", values: "forecast.cogs", color: "second" },
          { label: "Gross profit", values: "forecast.grossProfit", color: "good" },
        ],
        valueFormat: "moneyWhole",
        valueTitle: "A month, all customers",
        categoryTitle: "Month",
        columns: 6,
      },
      { ...marginChart("forecastBlended"), columns: 6 },
    ],
  };
}
