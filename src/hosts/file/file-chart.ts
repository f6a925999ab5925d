import type { SheetChart } from "hucre/xlsx";
import { pinnedReference } from "../../workbook/pinned-reference";
import { inLegend } from "../../workbook/chart-legend";
import type { ChartKind, PlanSeries, StepOf } from "../../workbook/plan";
import { NUMBER_FORMATS, SERIES_COLORS } from "../../workbook/theme";
import { digits } from "./cell-style";

const KINDS = {
  line: { type: "line" },
  column: { type: "column", barGrouping: "clustered" },
  stackedColumn: { type: "column", barGrouping: "stacked", overlap: 100 },
  bar: { type: "bar", barGrouping: "clustered" },
  stackedBar: { type: "bar", barGrouping: "stacked", overlap: 100 },
} as const satisfies Record<ChartKind, Partial<SheetChart>>;

const LINE_POINTS = 2.25;

type FileSeries = SheetChart["series"][number];

function fileSeries({ label, values, color }: PlanSeries, kind: ChartKind): FileSeries {
  return {
    name: label,
    values: pinnedReference(values),
    ...(color !== "invisible" && { color: digits(SERIES_COLORS[color]) }),
    ...(kind === "line" && {
      marker: { symbol: "none" },
      smooth: false,
      ...(color !== "invisible" && { stroke: { width: LINE_POINTS } }),
    }),
  };
}

const NO_TICKS = { majorTickMark: "none", minorTickMark: "none" } as const;

/** A chart over an area, as hucre takes it; an invisible series has no look of its own yet. */
export function fileChart({ area, chart }: StepOf<"chart">): SheetChart {
  const { kind, title, series, valueTitle, categoryTitle, from, to } = chart;
  if (series.length === 0) throw new RangeError(`the chart ${chart.id} has no series`);
  const isUpright = kind !== "bar" && kind !== "stackedBar";
  const categories = pinnedReference(chart.categories);
  return {
    ...KINDS[kind],
    ...(kind !== "line" && { gapWidth: 60 }),
    title,
    altText: title,
    titleFontSize: 12,
    series: series.map((one) => ({ ...fileSeries(one, kind), categories })),
    anchor: {
      from: { row: area.row, col: area.column },
      to: { row: area.row + area.rows, col: area.column + area.columns },
    },
    legend: "bottom",
    legendEntries: inLegend(series).flatMap((isNamed, idx) =>
      isNamed ? [] : [{ idx, delete: true }],
    ),
    axes: {
      // Labels stay at the edge where values are negative, clear of the columns.
      x: {
        ...NO_TICKS,
        tickLblPos: "low",
        ...(categoryTitle && { title: categoryTitle, axisTitleRotation: isUpright ? 0 : -90 }),
      },
      y: {
        ...NO_TICKS,
        numberFormat: { formatCode: NUMBER_FORMATS[chart.valueFormat], sourceLinked: false },
        gridlines: { major: true },
        scale: { ...(from !== undefined && { min: from }), ...(to !== undefined && { max: to }) },
        ...(valueTitle && { title: valueTitle, axisTitleRotation: isUpright ? -90 : 0 }),
      },
    },
  };
}
