import { CalcError } from "./calc-error";
import { check, finite, SHARE, WHOLE_FROM_ONE } from "./domain";
import { lognormalMean, lognormalVariance } from "./lognormal-moments";
import type { LognormalUsage } from "./lognormal-usage";

/** Customers whose usage follows one distribution. */
export interface Segment {
  readonly usage: LognormalUsage;
  /** How many, 1 or more. */
  readonly customers: number;
  /** Correlation of usage between any two of them, 0 to 1. */
  readonly correlation?: number;
}

/**
 * The lognormal distribution whose mean and variance are those of the usage of all customers
 * together (Fenton-Wilkinson): sigma^2 = LN(1 + variance / mean^2), median = mean x
 * EXP(-sigma^2 / 2). The variance of a segment is n x v x (1 + (n - 1) x correlation); segments
 * are independent of each other, and their means and variances add up.
 *
 * An approximation: for sigma up to 1.2 good to 3% at P99, not for P99.9 of 10 to 100 customers;
 * one segment of one active customer is exact. It has no point at 0, so for a few customers most
 * of whom are inactive its low percentiles are too high.
 *
 * @param segments at least one; the months of one customer are a segment too
 * @returns the distribution of the total; median 0 where nobody uses anything
 * @throws CalcError `#NUM!` outside these ranges, `#VALUE!` without segments
 * Source: Fenton, The Sum of Log-Normal Probability Distributions in Scatter Transmission
 *   Systems, IRE Transactions on Communications Systems 8(1), 1960.
 * @example totalUsage([{ usage: usageFromTail(400, 6000), customers: 100 }]) // => sigma 0.16842
 */
export function totalUsage(segments: readonly Segment[]): LognormalUsage {
  if (segments.length === 0) throw new CalcError("#VALUE!", "segments must have an entry");
  let mean = 0;
  let variance = 0;
  for (const { usage, customers, correlation = 0 } of segments) {
    check("customers", customers, WHOLE_FROM_ONE);
    check("correlation", correlation, SHARE);
    mean += customers * lognormalMean(usage);
    variance += customers * lognormalVariance(usage) * (1 + (customers - 1) * correlation);
  }
  if (mean === 0) return { median: 0, sigma: 0, inactiveShare: 0 };
  const logVariance = Math.log1p(finite(variance) / finite(mean) ** 2);
  return {
    median: mean * Math.exp(-logVariance / 2),
    sigma: Math.sqrt(logVariance),
    inactiveShare: 0,
  };
}
