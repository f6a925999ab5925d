import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { timesOneMinus } from "./native-terms";
import { nativeActiveMean, nativeSigma, usageDemands } from "./native-usage";
import { number, optional } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Usage of all customers together, or of one customer's months together, at a percentile of the total. An approximation, good to 3% at P99.
 * @customfunction TOTALUSAGEAT
 * @helpurl https://localhost:3000/help/totalusageat.html
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param customers Number of customers, or of months (whole, 1 or more).
 * @param percentile Percentile of the total (strictly between 0 and 1).
 * @param correlation Correlation of usage between any two customers or months (0 to 1); 0 if omitted.
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Units per month of all customers, or of all months. */
export function totalUsageAt(
  p50: unknown[][],
  p99: unknown[][],
  customers: unknown[][],
  percentile: unknown[][],
  correlation?: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return TOTALUSAGEAT.spill(p50, p99, customers, percentile, correlation, tail, inactiveShare);
}

/** Variance over squared mean of the total. */
function relativeVariance(
  sigma: string,
  customers: string,
  correlation: string,
  inactiveShare: string,
): string {
  const spread = literal(inactiveShare) === 0 ? "" : `/(1-${inactiveShare})`;
  const shared = literal(correlation) === 0 ? "" : `*(1+(${customers}-1)*${correlation})`;
  return `(EXP(${sigma}^2)${spread}-1)${shared}/${customers}`;
}

export const TOTALUSAGEAT = define({
  calc: calc.totalUsageAt,
  params: [
    P50,
    P99,
    number("customers", calc.WHOLE_FROM_ONE),
    number("percentile", calc.PERCENTILE),
    optional(number("correlation", calc.SHARE), "0"),
    TAIL,
    INACTIVE_SHARE,
  ],
  native: (p50, p99, customers, percentile, correlation, tail, inactiveShare) => {
    const sigma = nativeSigma(p50, p99, tail);
    const one = `(1+${relativeVariance(sigma, customers, correlation, inactiveShare)})`;
    const mean = `${customers}*${nativeActiveMean(p50, p99, tail)}${timesOneMinus(inactiveShare)}`;
    const total = `${mean}/SQRT(${one})*EXP(SQRT(LN(${one}))*NORM.S.INV(${percentile}))`;
    return literal(inactiveShare) === 0 ? total : `IF(${inactiveShare}=1,0,${total})`;
  },
  demands: usageDemands,
  examples: [
    {
      // Mean 78,761.0; s^2 = LN(1 + (EXP(1.16408^2) - 1) / 100) = 0.02837
      it: "is half as much again as the mean at P99 of 100 customers",
      args: [400, 6000, 100, 0.99],
      gives: 114896.75771984052,
    },
    { it: "is that customer's own P99 for one", args: [400, 6000, 1, 0.99], gives: 6000 },
    {
      it: "adds up percentiles where all use more or less together",
      args: [400, 6000, 10, 0.99, 1],
      gives: 60000,
    },
    { it: "is a plain sum if all use the same", args: [400, 400, 10, 0.99], gives: 4000 },
    { it: "counts whole customers only", args: [400, 6000, 1.5, 0.99], fails: "#NUM!" },
    { it: "refuses a negative correlation", args: [400, 6000, 10, 0.99, -0.1], fails: "#NUM!" },
  ],
  formula:
    "EXP(LN(N × mean) − v ÷ 2 + SQRT(v) × z(percentile)), v = LN(1 + variance of the total ÷ (N × mean)²), variance = N × variance of one × (1 + (N − 1) × correlation)",
  source: "Fenton, 1960: a sum of lognormal variables as one with the same mean and variance.",
});
