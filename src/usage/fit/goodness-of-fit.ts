import { inverseNormal, lognormalMean, type LognormalUsage, normalCdf } from "../../calc";
import type { GoodnessOfFit, QuantilePoint } from "./usage-fit";

/** Below, chance alone moves points so far that no verdict is worth giving. */
const FEWEST = 30;
/** A difference of shares that does not matter to a margin, however sure it is. */
const TOLERANCE = 0.05;
/** Source: Lilliefors, On the Kolmogorov-Smirnov test for normality (1967): 5% level, large samples. */
const LILLIEFORS = 0.886;

const PERCENTILES = [
  0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
  0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999,
];

function quantile(sorted: Float64Array, percentile: number): number {
  const place = (sorted.length - 1) * percentile;
  const lower = sorted[Math.floor(place)] ?? 0;
  const upper = sorted[Math.ceil(place)] ?? lower;
  return lower + (place - Math.floor(place)) * (upper - lower);
}

/** Points where there are two customer-months or more beyond them on each side. */
function plot(sorted: Float64Array, { median, sigma }: LognormalUsage): QuantilePoint[] {
  const most = sorted.length / 2;
  return PERCENTILES.filter((p) => p === 0.5 || 1 / Math.min(p, 1 - p) <= most + 1e-9).map(
    (percentile) => {
      const z = inverseNormal(percentile);
      return {
        percentile,
        z,
        tasks: quantile(sorted, percentile),
        fitted: median * Math.exp(sigma * z),
      };
    },
  );
}

/** Correlation of LN(tasks) with the normal quantiles at (i - 0.5) / n. */
function plotCorrelation(sorted: Float64Array): number | null {
  const n = sorted.length;
  const logs = sorted.map((tasks) => Math.log(tasks));
  const mean = logs.reduce((sum, log) => sum + log, 0) / n;
  let [logSpread, zSpread, common] = [0, 0, 0];
  for (const [i, log] of logs.entries()) {
    const z = inverseNormal((i + 0.5) / n);
    logSpread += (log - mean) ** 2;
    zSpread += z * z;
    common += z * (log - mean);
  }
  const isSpread = logSpread > 1e-18 * n * Math.max(1, mean * mean) && zSpread > 0;
  return isSpread ? common / Math.sqrt(logSpread * zSpread) : null;
}

/** Share of customer-months with at most so many tasks, which are whole: half a task more decides. */
function fittedShare(tasks: number, { median, sigma }: LognormalUsage): number {
  const level = Math.log((tasks + 0.5) / median);
  if (sigma === 0) return level > 0 ? 1 : 0;
  return normalCdf(level / sigma);
}

function largestDistance(sorted: Float64Array, usage: LognormalUsage): number {
  let distance = 0;
  for (const [i, tasks] of sorted.entries()) {
    if (sorted[i + 1] === tasks) continue;
    const share = (i + 1) / sorted.length;
    distance = Math.max(distance, Math.abs(share - fittedShare(tasks, usage)));
  }
  return distance;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function inWords(
  verdict: GoodnessOfFit["verdict"],
  { distance, limit, mean, fittedMean }: Omit<GoodnessOfFit, "words" | "verdict">,
  count: number,
): string {
  const means = `Mean usage is ${mean.toFixed(1)} tasks in the data and ${fittedMean.toFixed(1)} in the lognormal.`;
  switch (verdict) {
    case "too few":
      return `${count} customer-months with usage are too few to tell whether a lognormal fits. ${means}`;
    case "fits":
      return `The lognormal fits: shares of customer-months differ from it by ${percent(distance)} at most (limit ${percent(limit)}). ${means}`;
    case "does not fit":
      return `The lognormal does not fit: shares of customer-months differ from it by up to ${percent(distance)} (limit ${percent(limit)}). Figures that follow from it, such as the share of customers below target, are not to be relied on; use the tariff backtest. ${means}`;
  }
}

/**
 * Compares active customer-months with a lognormal: by the largest distance of the shares up to
 * each usage (Kolmogorov and Smirnov's), which may be 5 points or what chance gives 1 sample in
 * 20, and by the points of a quantile plot.
 *
 * @param sorted tasks of active customer-months, whole, ascending, at least one
 */
export function goodnessOfFit(sorted: Float64Array, usage: LognormalUsage): GoodnessOfFit {
  const count = sorted.length;
  const figures = {
    points: plot(sorted, usage),
    plotCorrelation: plotCorrelation(sorted),
    distance: largestDistance(sorted, usage),
    limit: Math.max(TOLERANCE, LILLIEFORS / Math.sqrt(count)),
    mean: sorted.reduce((sum, tasks) => sum + tasks, 0) / count,
    fittedMean: lognormalMean(usage),
  };
  const verdict =
    count < FEWEST ? "too few" : figures.distance <= figures.limit ? "fits" : "does not fit";
  return { ...figures, verdict, words: inWords(verdict, figures, count) };
}
