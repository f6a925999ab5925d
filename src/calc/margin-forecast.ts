import { CalcError } from "./calc-error";
import { customerMovements } from "./customer-movements";
import { ABOVE_MINUS_ONE, ANY, BELOW_ONE, check, finite, FROM_ZERO, SHARE } from "./domain";
import { grossMargin } from "./gross-margin";
import { type MarginBand, marginBand } from "./margin-band";
import { valueOrError } from "./value-or-error";

/** One month of a forecast. */
export interface ForecastMonth {
  /** Counted from 1. */
  readonly month: number;
  readonly customers: number;
  /** Mean per customer. */
  readonly usage: number;
  readonly revenue: number;
  readonly cogs: number;
  readonly grossProfit: number;
  /** A fraction of revenue; the error `#DIV/0!` in a month without revenue. */
  readonly margin: number | CalcError;
  readonly band: MarginBand | CalcError;
}

/**
 * Gross margin month by month. Month 1 stands at the given values; in month t + 1 usage has
 * grown by (1 + usageGrowth)^t, prices by (1 + priceGrowth)^t, and the model's share of the unit
 * cost has declined by (1 - costDecline)^t.
 *
 * @param months how many, 1 to 600, whole
 * @param customers in month 1, 0 or more
 * @param price flat price, currency per customer and month, 0 or more
 * @param usage mean units per customer and month (not the median), 0 or more
 * @param unitCost cost to serve a unit, currency, 0 or more
 * @param fixedCost cost whatever the usage, currency per customer and month; does not decline
 * @param newPerMonth customers gained per month, 0 or more
 * @param churn share of customers lost per month, 0 to 1
 * @param usageGrowth growth of usage per customer and month, above -1
 * @param costDecline decline of model prices per month, below 1; it may be negative
 * @param priceGrowth growth of price and unitPrice per month, above -1
 * @param unitPrice price of a unit on top of the flat price, currency, 0 or more
 * @param modelShare share of the unit cost that model prices are, 0 to 1
 * @returns one entry per month
 * @throws CalcError `#NUM!` outside these ranges
 * @example marginForecast(1, 1000, 99, 400, 0.06, 9) // => margin 0.666…
 */
export function marginForecast(
  months: number,
  customers: number,
  price: number,
  usage: number,
  unitCost: number,
  fixedCost = 0,
  newPerMonth = 0,
  churn = 0,
  usageGrowth = 0,
  costDecline = 0,
  priceGrowth = 0,
  unitPrice = 0,
  modelShare = 1,
): ForecastMonth[] {
  check("price", price, FROM_ZERO);
  check("usage", usage, FROM_ZERO);
  check("unitCost", unitCost, FROM_ZERO);
  check("fixedCost", fixedCost, ANY);
  check("usageGrowth", usageGrowth, ABOVE_MINUS_ONE);
  check("costDecline", costDecline, BELOW_ONE);
  check("priceGrowth", priceGrowth, ABOVE_MINUS_ONE);
  check("unitPrice", unitPrice, FROM_ZERO);
  check("modelShare", modelShare, SHARE);
  return customerMovements(months, customers, newPerMonth, churn).map(({ month, opening }) => {
    const elapsed = month - 1;
    const used = finite(usage * (1 + usageGrowth) ** elapsed);
    const prices = (1 + priceGrowth) ** elapsed;
    const costNow = unitCost * (modelShare * (1 - costDecline) ** elapsed + 1 - modelShare);
    const revenue = finite(opening * (price + used * unitPrice) * prices);
    const cogs = finite(opening * (used * costNow + fixedCost));
    const margin = valueOrError(() => grossMargin(revenue, cogs));
    return {
      month,
      customers: opening,
      usage: used,
      revenue,
      cogs,
      grossProfit: finite(revenue - cogs),
      margin,
      band: margin instanceof CalcError ? margin : marginBand(margin),
    };
  });
}
