import { nativeBand } from "./margin-band";
import { literal } from "./native";
import { plus } from "./native-terms";

/** The native formulas of one month of a forecast, in its arguments alone. */
interface NativeMonth {
  readonly customers: string;
  readonly usage: string;
  readonly revenue: string;
  readonly cogs: string;
  readonly grossProfit: string;
  readonly margin: string;
  readonly band: string;
}

/** `value*(1±rate)^months`; the value itself where nothing has compounded. */
function compounded(value: string, sign: "+" | "-", rate: string, months: number): string {
  return months === 0 || literal(rate) === 0 ? value : `${value}*(1${sign}${rate})^${months}`;
}

/** Customers after so many months, in closed form. */
function customersAfter(months: number, customers: string, gained: string, churn: string): string {
  if (months === 0) return customers;
  const growing = literal(gained) === 0 ? customers : `${customers}+${gained}*${months}`;
  if (literal(churn) === 0) return growing;
  const level = `${gained}/${churn}`;
  const churning =
    literal(gained) === 0
      ? compounded(customers, "-", churn, months)
      : `${level}+(${customers}-${level})*(1-${churn})^${months}`;
  return literal(churn) === undefined ? `IF(${churn}=0,${growing},${churning})` : churning;
}

/** Cost of a unit after so many months: only the model's share declines. */
function unitCostAfter(months: number, unitCost: string, decline: string, share: string): string {
  if (months === 0 || literal(decline) === 0) return unitCost;
  return literal(share) === 1
    ? compounded(unitCost, "-", decline, months)
    : `${unitCost}*(${compounded(share, "-", decline, months)}+1-${share})`;
}

/** The native formulas of the month that stands in a row, counted from 0. */
export function forecastMonth(
  row: number,
  _months: string,
  customers: string,
  price: string,
  usage: string,
  unitCost: string,
  fixedCost: string,
  newPerMonth: string,
  churn: string,
  usageGrowth: string,
  costDecline: string,
  priceGrowth: string,
  unitPrice: string,
  modelShare: string,
): NativeMonth {
  const count = customersAfter(row, customers, newPerMonth, churn);
  const used = compounded(usage, "+", usageGrowth, row);
  const perUnit = literal(unitPrice) === 0 ? "" : `+${used}*${unitPrice}`;
  const revenueEach = compounded(perUnit ? `(${price}${perUnit})` : price, "+", priceGrowth, row);
  const costOfUnit = unitCostAfter(row, unitCost, costDecline, modelShare);
  const cogsEach = `(${used}*${costOfUnit}${plus(fixedCost)})`;
  // Customers cancel out of the margin; without any there is none.
  const marginEach =
    row === 0 || literal(priceGrowth) === 0
      ? `1-${cogsEach}/${revenueEach}`
      : `1-${cogsEach}/(${revenueEach})`;
  const ofSome = (formula: string) => `IF(${count}=0,#DIV/0!,${formula})`;
  return {
    customers: count,
    usage: used,
    revenue: `(${count})*${revenueEach}`,
    cogs: `(${count})*${cogsEach}`,
    grossProfit: `(${count})*(${revenueEach}-${cogsEach})`,
    margin: ofSome(marginEach),
    band: ofSome(nativeBand(marginEach, "0.4", "0.55", "0.75")),
  };
}
