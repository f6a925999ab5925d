import { CalcError } from "./calc-error";
import { ABOVE_ZERO, check, finite, FROM_ZERO, PERCENTILE, SHARE, TAIL } from "./domain";

/** Usage with the heaviest tail that is used: P(X > x) = (least / x)^(1 / exponent). */
export interface ParetoUsage {
  /** Least usage of a customer, above 0. */
  readonly least: number;
  /** 1 / a in the usual notation: 0 or more; from 1 on the mean is infinite. */
  readonly exponent: number;
}

/** An exponent this close to 1 is 1: 0.5 / (1 - 0.99) is 49.99999999999996 in doubles. */
const NEARLY_ONE = 1e-12;

/**
 * Pareto I usage from its median and a percentile of its upper tail, as a stress test: the tail
 * beyond p99 is far heavier than the lognormal's. exponent = LN(p99 / p50) / LN(0.5 / (1 - tail)).
 *
 * @param p50 median usage, above 0
 * @param p99 usage at the percentile `tail`, not below p50
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @throws CalcError `#NUM!` outside these ranges
 * Source: quantile matching of the Pareto I distribution.
 * @example paretoFromTail(400, 6000) // => exponent 0.69224
 */
export function paretoFromTail(p50: number, p99: number, tail = 0.99): ParetoUsage {
  check("p50", p50, ABOVE_ZERO);
  check("p99", p99, ABOVE_ZERO);
  check("tail", tail, TAIL);
  if (p99 < p50) throw new CalcError("#NUM!", `p99 must not be below p50 of ${p50}, got ${p99}`);
  const exponent = Math.log(finite(p99 / p50)) / Math.log(0.5 / (1 - tail));
  return { least: p50 * 2 ** -exponent, exponent };
}

/** Usage at a percentile strictly between 0 and 1: least / (1 - percentile)^exponent. */
export function paretoAt({ least, exponent }: ParetoUsage, percentile: number): number {
  check("percentile", percentile, PERCENTILE);
  return finite(least / (1 - percentile) ** exponent);
}

/** 1 - exponent; `#NUM!` where the tail is so heavy that the mean is infinite. */
function roomOf({ exponent }: ParetoUsage): number {
  const room = 1 - exponent;
  if (room < NEARLY_ONE) {
    throw new CalcError(
      "#NUM!",
      `the mean is infinite: the exponent must be below 1, got ${exponent} (at P99, p99 / p50 must be below 50)`,
    );
  }
  return room;
}

/** Mean usage, least / (1 - exponent); `#NUM!` where it is infinite. */
export function paretoMean(usage: ParetoUsage): number {
  return finite(usage.least / roomOf(usage));
}

/** Share of customers above a level of 0 or more. */
export function paretoProbabilityOver({ least, exponent }: ParetoUsage, level: number): number {
  check("level", level, FROM_ZERO);
  if (level < least) return 1;
  return exponent === 0 ? 0 : (least / level) ** (1 / exponent);
}

/** Mean usage beyond a level of 0 or more; `#NUM!` where it is infinite. */
export function paretoOver(usage: ParetoUsage, level: number): number {
  const share = paretoProbabilityOver(usage, level);
  if (level < usage.least) return paretoMean(usage) - level;
  return finite((level * usage.exponent * share) / roomOf(usage));
}

/**
 * Share of all usage from the heaviest fraction (0 to 1) of customers,
 * topFraction^(1 - exponent); `#NUM!` where the mean is infinite.
 */
export function paretoTopShare(usage: ParetoUsage, topFraction: number): number {
  check("topFraction", topFraction, SHARE);
  return topFraction ** roomOf(usage);
}
