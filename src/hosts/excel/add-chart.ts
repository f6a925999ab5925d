import { inLegend } from "../../workbook/chart-legend";
import type { ChartKind, PlanChart, PlanSeries, SheetArea, StepOf } from "../../workbook/plan";
import { NUMBER_FORMATS, SERIES_COLORS } from "../../workbook/theme";
import { bytesOf, bytesOfCalls, rangeOf, type Task } from "./task";

const CHART_TYPES = {
  line: "Line",
  column: "ColumnClustered",
  stackedColumn: "ColumnStacked",
  bar: "BarClustered",
  stackedBar: "BarStacked",
} as const satisfies Record<ChartKind, string>;

/** The range of an area on any sheet of the workbook. */
function rangeAt(sheet: Excel.Worksheet, { sheet: name, area }: SheetArea): Excel.Range {
  return rangeOf(sheet.context.workbook.worksheets.getItem(name), area);
}

function colorSeries({ format }: Excel.ChartSeries, { color }: PlanSeries, kind: ChartKind): void {
  if (color === "invisible") {
    format.fill.clear();
    format.line.clear();
  } else if (kind === "line") format.line.color = SERIES_COLORS[color];
  else format.fill.setSolidColor(SERIES_COLORS[color]);
}

const GAP_WIDTH = 60;

function fillSeries(
  sheet: Excel.Worksheet,
  series: Excel.ChartSeries,
  { kind, categories }: PlanChart,
  planned: PlanSeries,
): void {
  series.name = planned.label;
  series.setValues(rangeAt(sheet, planned.values));
  series.setXAxisValues(rangeAt(sheet, categories));
  if (kind !== "line") series.gapWidth = GAP_WIDTH;
  colorSeries(series, planned, kind);
}

function setUpAxes({ axes }: Excel.Chart, chart: PlanChart): void {
  const { valueAxis, categoryAxis } = axes;
  valueAxis.numberFormat = NUMBER_FORMATS[chart.valueFormat];
  if (chart.from !== undefined) valueAxis.minimum = chart.from;
  if (chart.to !== undefined) valueAxis.maximum = chart.to;
  if (chart.valueTitle) valueAxis.title.text = chart.valueTitle;
  if (chart.categoryTitle) categoryAxis.title.text = chart.categoryTitle;
  // Labels stay at the edge where values are negative, clear of the columns.
  categoryAxis.tickLabelPosition = "Low";
}

export function addChart({ area, chart }: StepOf<"chart">): Task[] {
  const [first, ...others] = chart.series;
  if (!first) throw new RangeError(`the chart ${chart.id} has no series`);
  const { title, id, valueTitle = "", categoryTitle = "" } = chart;
  const labels = chart.series.map(({ label }) => label);
  return [
    {
      bytes:
        bytesOfCalls(14 + 12 * chart.series.length, 9 + 7 * chart.series.length) +
        bytesOf([title, id, valueTitle, categoryTitle, labels]),
      enqueue: (sheet) => {
        // Along its one row or column Excel takes the first range for one series.
        const seriesBy = first.values.area.rows === 1 ? "Rows" : "Columns";
        const made = sheet.charts.add(
          CHART_TYPES[chart.kind],
          rangeAt(sheet, first.values),
          seriesBy,
        );
        made.name = id;
        made.title.text = title;
        made.legend.position = "Bottom";
        made.setPosition(
          rangeOf(sheet, { ...area, rows: 1, columns: 1 }),
          rangeOf(sheet, {
            row: area.row + area.rows - 1,
            column: area.column + area.columns - 1,
            rows: 1,
            columns: 1,
          }),
        );
        fillSeries(sheet, made.series.getItemAt(0), chart, first);
        for (const series of others) fillSeries(sheet, made.series.add(), chart, series);
        for (const [i, isNamed] of inLegend(chart.series).entries()) {
          if (!isNamed) made.legend.legendEntries.getItemAt(i).visible = false;
        }
        setUpAxes(made, chart);
      },
    },
  ];
}
