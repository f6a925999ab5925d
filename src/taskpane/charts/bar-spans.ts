import type { DrawnSeries } from "./drawn-chart";

/** A bar from one value to another, either of which may be the greater. */
export interface BarSpan {
  /** Place of its series and of its category, counted from 0. */
  readonly series: number;
  readonly category: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The bars of series, each from 0 or, stacked, from the end of the bar before it. As in Excel
 * positive values are stacked upwards and negative ones downwards, apart from each other, so that a
 * waterfall may cross 0.
 */
export function barSpans(series: readonly DrawnSeries[], isStacked: boolean): BarSpan[] {
  const above = new Map<number, number>();
  const below = new Map<number, number>();
  return series.flatMap(({ cached }, place) =>
    cached.flatMap((value, category): BarSpan[] => {
      if (value === null || value === 0) return [];
      const ends = value < 0 ? below : above;
      const from = isStacked ? (ends.get(category) ?? 0) : 0;
      ends.set(category, from + value);
      return [{ series: place, category, from, to: from + value }];
    }),
  );
}
