import { check, finite, FROM_ZERO, ratio } from "./domain";

/** How a margin answers to small relative changes. */
export interface MarginSensitivity {
  /** Change of margin per relative change of price: COGS / price = 1 - margin. */
  readonly toPrice: number;
  /** Change of margin per relative change of unit cost: -(usage cost / price). */
  readonly toUnitCost: number;
  /** Relative change of margin per relative change of price. */
  readonly priceElasticity: number;
  /** Relative change of margin per relative change of unit cost. */
  readonly costElasticity: number;
}

/**
 * The slopes of a gross margin against the logarithms of price and unit cost, and the
 * elasticities, which are those / margin.
 *
 * @param margin gross margin, a fraction of revenue, at most 1
 * @param usageCostShare usage-driven cost as a fraction of revenue, 0 or more
 * @returns slopes in points of margin per 100%, elasticities without unit
 * @throws CalcError `#DIV/0!` at margin 0, `#NUM!` outside these ranges
 * @example marginSensitivity(0.6, 0.3).toPrice // => 0.4
 */
export function marginSensitivity(margin: number, usageCostShare: number): MarginSensitivity {
  check("margin", margin, { to: 1 });
  check("usageCostShare", usageCostShare, FROM_ZERO);
  const toPrice = finite(1 - margin);
  const toUnitCost = -usageCostShare;
  const why = "margin is 0, so it has no elasticity";
  return {
    toPrice,
    toUnitCost,
    priceElasticity: ratio(toPrice, margin, why),
    costElasticity: ratio(toUnitCost, margin, why),
  };
}
