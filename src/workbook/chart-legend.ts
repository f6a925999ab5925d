import type { PlanSeries } from "./plan";

/**
 * Which series a legend names: the first of each colour that is drawn. Others of that colour are
 * the same thing, such as what lies below 0.
 */
export function inLegend(series: readonly Pick<PlanSeries, "color">[]): boolean[] {
  return series.map(
    ({ color }, i) =>
      color !== "invisible" && series.findIndex((other) => other.color === color) === i,
  );
}
