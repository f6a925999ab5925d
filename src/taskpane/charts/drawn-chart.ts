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

/** Whether anything of a series is seen: a bar of no length is not, a line at 0 is. */
function isSeen({ cached }: DrawnSeries, kind: DrawnChart["kind"]): boolean {
  return kind === "line" || cached.some((value) => value !== null && value !== 0);
}

/**
 * The series of a chart that can be seen: not those that others stand on, nor, of several, bars
 * without length, such as the steps of a waterfall that go down where none does.
 */
export function visibleSeries({ series, kind }: DrawnChart): VisibleSeries[] {
  const colored = series.flatMap((one, place) =>
    one.color === "invisible" ? [] : [{ ...one, color: one.color, place }],
  );
  const seen = colored.filter((one) => isSeen(one, kind));
  return seen.length > 0 ? seen : colored;
}
