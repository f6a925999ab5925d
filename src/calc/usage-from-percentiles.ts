import { CalcError } from "./calc-error";
import { checkSameLength } from "./check-same-length";
import { ABOVE_ZERO, check, checkEach, finite, PERCENTILE, ratio, SHARE } from "./domain";
import { inverseNormal } from "./inverse-normal";
import type { LognormalUsage } from "./lognormal-usage";

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Usage from any two percentiles, which it then meets exactly, or from three or more, as the
 * least-squares line of LN(usage) over z(percentile): Excel's SLOPE (sigma) and INTERCEPT
 * (logarithm of the median).
 *
 * @param percentiles of active customers, each strictly between 0 and 1, in any order
 * @param usages at those percentiles, units per month, each above 0
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @throws CalcError `#NUM!` outside these ranges or where usage falls as percentiles rise,
 *   `#VALUE!` for lists of unequal length, `#DIV/0!` without two different percentiles
 * Source: quantile matching on normal probability paper.
 * @example usageFromPercentiles([0.9, 0.99], [1800, 6000]) // => sigma 1.1523, median 411
 */
export function usageFromPercentiles(
  percentiles: readonly number[],
  usages: readonly number[],
  inactiveShare = 0,
): LognormalUsage {
  checkSameLength("percentiles", percentiles, "usages", usages);
  checkEach("percentiles", percentiles, PERCENTILE);
  checkEach("usages", usages, ABOVE_ZERO);
  check("inactiveShare", inactiveShare, SHARE);
  // Against the first usage, so that equal usages give a sigma of exactly 0.
  const unit = usages[0] ?? 1;
  const logs = usages.map((usage) => Math.log(usage / unit));
  const zs = percentiles.map(inverseNormal);
  const [meanLog, meanZ] = [mean(logs), mean(zs)];
  const spread = zs.reduce((sum, z) => sum + (z - meanZ) ** 2, 0);
  const common = zs.reduce((sum, z, i) => sum + (z - meanZ) * ((logs[i] ?? 0) - meanLog), 0);
  const sigma = ratio(common, spread, "percentiles must have two different entries");
  if (sigma < 0) {
    throw new CalcError(
      "#NUM!",
      `usages must not fall as percentiles rise, got ${usages.join(", ")}`,
    );
  }
  return { median: finite(unit * Math.exp(meanLog - sigma * meanZ)), sigma, inactiveShare };
}
