import { barSpans } from "./bar-spans";
import type { DrawnChart } from "./drawn-chart";

/** The axis of values: its ends, and the round numbers that are marked on it, rising. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

const MOST_STEPS = 5;
const ROUND = [1, 2, 2.5, 5, 10];

/** The smallest round number that covers a span in a few steps. */
function roundStep(span: number): number {
  const least = span / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = ROUND.find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return tidy(round * power);
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * A round axis for values.
 *
 * @param from the lower end where it is given; otherwise a round number at or below all values
 * @param to the upper end where it is given
 */
export function roundAxis(values: readonly number[], from?: number, to?: number): ValueAxis {
  const least = from ?? Math.min(...values);
  const most = to ?? Math.max(...values);
  // One value alone, or none, has no span: 0 gives it one.
  if (!(most > least)) {
    const value = Number.isFinite(least) ? least : 0;
    return roundAxis([0, value === 0 ? 1 : value], from, value < 0 ? 0 : undefined);
  }
  const step = roundStep(most - least);
  // A hair's breadth beyond a round number is no reason for another step.
  const first = Math.floor(least / step + 1e-9);
  const last = Math.ceil(most / step - 1e-9);
  const low = from ?? tidy(first * step);
  const high = to ?? tidy(last * step);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
  return { low, high, step, ticks: ticks.filter((tick) => tick >= low && tick <= high) };
}

/** The axis of a chart: bars start from 0, lines need not. */
export function valueAxis({ kind, series, from, to }: DrawnChart): ValueAxis {
  const isStacked = kind === "stackedColumn" || kind === "stackedBar";
  const values =
    kind === "line"
      ? series.flatMap(({ cached }) => cached.filter((value) => value !== null))
      : [0, ...barSpans(series, isStacked).map((span) => span.to)];
  return roundAxis(values, from, to);
}
