import { check, FROM_ZERO, ratio } from "./domain";

/**
 * How far usage may rise before it reaches break-even, as a share of break-even:
 * (breakEven - usage) / breakEven. Below 0 it is past.
 *
 * @param usage units per customer and month, 0 or more
 * @param breakEven usage at which nothing is left, units per customer and month, 0 or more
 * @returns a fraction, at most 1
 * @throws CalcError `#DIV/0!` at break-even 0, `#NUM!` outside these ranges
 * Source: margin of safety of cost-volume-profit analysis.
 * @example marginOfSafety(400, 1600) // => 0.75
 */
export function marginOfSafety(usage: number, breakEven: number): number {
  check("usage", usage, FROM_ZERO);
  check("breakEven", breakEven, FROM_ZERO);
  return ratio(breakEven - usage, breakEven, "breakEven is 0, so no usage is safe");
}
