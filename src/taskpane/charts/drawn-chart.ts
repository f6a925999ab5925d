import type { PlanChart, PlanSeries, SeriesColor } from "../../workbook/plan";

/** A series as it is drawn: its values at each category, null where there is none. */
export type DrawnSeries = Pick<PlanSeries, "label" | "color" | "cached">;

/** What is needed to draw a chart: all of a planned one but the cells that it stands for. */
export type DrawnChart = Pick<
  PlanChart,
  "title" | "kind" | "cachedCategories" | "valueFormat" | "valueTitle" | "categoryTitle"
> & {
  readonly series: readonly DrawnSeries[];
  readonly from?: number;
  readonly to?: number;
};

export type VisibleColor = Exclude<SeriesColor, "invisible">;

/** A series that can be seen, with its place among all series of the chart. */
export interface VisibleSeries extends DrawnSeries {
  readonly color: VisibleColor;
  readonly place: number;
}

/** The series of a chart without those that others only stand on. */
export function visibleSeries({ series }: DrawnChart): VisibleSeries[] {
  return series.flatMap((one, place) =>
    one.color === "invisible" ? [] : [{ ...one, color: one.color, place }],
  );
}
