import { CalcError } from "./calc-error";
import { ANY, BELOW_ONE, check, checkEach, finite, FROM_ZERO, PERCENTILE } from "./domain";
import { grossMargin } from "./gross-margin";
import { lognormalAt } from "./lognormal-at";
import { usageFromTail } from "./lognormal-usage";
import { type MarginStatus, marginStatus } from "./margin-status";
import { usageCharge } from "./usage-charge";
import { valueOrError } from "./value-or-error";

/** One customer of a margin curve. */
export interface CurvePoint {
  /** Share of all customers who use less. */
  readonly percentile: number;
  readonly usage: number;
  readonly revenue: number;
  readonly cogs: number;
  /** A fraction of revenue; the error `#DIV/0!` without revenue. */
  readonly margin: number | CalcError;
  readonly status: MarginStatus | CalcError;
}

/** Where a margin curve is shown unless percentiles are given. */
export const CURVE_PERCENTILES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/**
 * The margin of a customer at each percentile of usage, under a flat, hybrid or metered tariff.
 *
 * @param price flat price or base fee, currency per customer and month, 0 or more
 * @param unitCost cost to serve a unit, currency, 0 or more
 * @param p50 median usage of active customers, above 0
 * @param p99 usage of active customers at the percentile `tail`, not below p50
 * @param fixedCost cost whatever the usage, currency per customer and month
 * @param unitPrice price of a unit beyond the included ones, currency, 0 or more
 * @param includedUnits units that the price covers, 0 or more
 * @param percentiles each strictly between 0 and 1; none: CURVE_PERCENTILES
 * @param targetMargin a fraction of revenue, below 1; it may be negative
 * @param tail the percentile that p99 stands for, strictly between 0.5 and 1
 * @param inactiveShare share of all customers without usage, 0 to 1
 * @returns a point per percentile, in the order given
 * @throws CalcError `#NUM!` outside these ranges
 * @example marginCurve(99, 0.06, 400, 6000, 9)[4] // => margin 0.666…, "At target"
 */
export function marginCurve(
  price: number,
  unitCost: number,
  p50: number,
  p99: number,
  fixedCost = 0,
  unitPrice = 0,
  includedUnits = 0,
  percentiles: readonly number[] = CURVE_PERCENTILES,
  targetMargin = 0.6,
  tail?: number,
  inactiveShare?: number,
): CurvePoint[] {
  check("price", price, FROM_ZERO);
  check("unitCost", unitCost, FROM_ZERO);
  check("fixedCost", fixedCost, ANY);
  check("unitPrice", unitPrice, FROM_ZERO);
  check("includedUnits", includedUnits, FROM_ZERO);
  check("targetMargin", targetMargin, BELOW_ONE);
  checkEach("percentiles", percentiles, PERCENTILE);
  const distribution = usageFromTail(p50, p99, tail, inactiveShare);
  const shown = percentiles.length > 0 ? percentiles : CURVE_PERCENTILES;
  return shown.map((percentile) => {
    const usage = lognormalAt(distribution, percentile);
    const revenue = usageCharge(usage, unitPrice, price, includedUnits);
    const cogs = finite(usage * unitCost + fixedCost);
    const margin = valueOrError(() => grossMargin(revenue, cogs));
    const status = margin instanceof CalcError ? margin : marginStatus(margin, targetMargin);
    return { percentile, usage, revenue, cogs, margin, status };
  });
}
