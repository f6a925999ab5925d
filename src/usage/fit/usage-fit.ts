import type { Month, TaskProfile } from "../usage-summary";

/** A figure, and the range in which 90% of resampled customers put it; null for too few of them. */
export interface Estimate {
  readonly value: number;
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** Usage as a scenario takes it: the fields of its form. */
export interface FittedUsage {
  /** Tasks per month of active customers. */
  readonly p50: number;
  /** Tasks per month at the percentile `tail`. */
  readonly p99: number;
  readonly tail: number;
  readonly inactiveShare: number;
  /** Null where there are too few pairs of months: the form keeps its own. */
  readonly monthCorrelation: number | null;
}

/** A point of the quantile plot: straight where the lognormal holds. */
export interface QuantilePoint {
  readonly percentile: number;
  /** Standard deviations from the mean of a normal variable at that percentile. */
  readonly z: number;
  /** Tasks per month in the data, and where the fitted lognormal has them. */
  readonly tasks: number;
  readonly fitted: number;
}

/** How well the lognormal through the two percentiles describes the data. */
export interface GoodnessOfFit {
  readonly points: readonly QuantilePoint[];
  /** Correlation of LN(tasks) with the normal quantiles, 1 where all points are on a line; null where all are the same. */
  readonly plotCorrelation: number | null;
  /** Largest difference between the share of customer-months up to some usage and the lognormal's. */
  readonly distance: number;
  /** The distance from which on the lognormal is said not to fit. */
  readonly limit: number;
  readonly verdict: "fits" | "does not fit" | "too few";
  /** Mean tasks of active customer-months in the data and of the lognormal. */
  readonly mean: number;
  readonly fittedMean: number;
  /** The verdict in a sentence or two. */
  readonly words: string;
}

/** Usage per customer and month as data have it, ready for a scenario. */
export interface UsageFit {
  readonly usage: FittedUsage;
  readonly p50: Estimate;
  readonly p90: Estimate;
  /** Null where it is not estimable: below 300 active customer-months. */
  readonly p99: Estimate | null;
  readonly inactiveShare: Estimate;
  /** Of LN(tasks) of a customer in one month and the next. */
  readonly monthCorrelation: Estimate | null;
  readonly goodness: GoodnessOfFit;
  /** Customers with an id; customer-months with tasks; those in which there could have been some. */
  readonly customers: number;
  readonly activeMonths: number;
  readonly customerMonths: number;
  readonly monthPairs: number;
  readonly months: readonly Month[];
  /** Months at the ends of the export that it covers in part: not counted. */
  readonly partialMonths: readonly Month[];
  /** Whether the export covers none of the months that count wholly. */
  readonly areMonthsCut: boolean;
  /** What an inactive month is: one that was paid for, or one after the customer's first use. */
  readonly inactiveMeans: "paid for without use" | "without use after the first use";
  /** Tasks of the months that name no customer: not counted. */
  readonly unnamedTasks: number;
  readonly profile: TaskProfile | null;
  readonly bootstrap: { readonly seed: number; readonly replicates: number };
}
