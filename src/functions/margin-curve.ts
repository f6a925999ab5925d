import * as calc from "../calc";
import { defineTable } from "./define-table";
import { curvePoint } from "./native-curve";
import { usageDemands } from "./native-usage";
import { list, number, optional } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Margin of customers from the lightest to the heaviest under a flat, hybrid or metered tariff; spills with a heading row.
 * @customfunction MARGINCURVE
 * @helpurl https://localhost:3000/help/margincurve.html
 * @param price Flat price or base fee (currency per customer and month).
 * @param unitCost Cost to serve a unit (currency).
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param fixedCost Cost whatever the usage (currency per customer and month); 0 if omitted.
 * @param unitPrice Price of a unit beyond the included ones (currency); 0 if omitted.
 * @param includedUnits Units that the price covers (units per month); 0 if omitted.
 * @param percentiles Percentiles to show (each strictly between 0 and 1); one row or column, blank cells are passed over; 1, 5, 10, 25, 50, 75, 90, 95 and 99% if omitted.
 * @param targetMargin Gross margin to keep (a fraction of revenue, below 1); 0.6 if omitted.
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Percentile, Usage, Revenue, COGS, Margin, Status ("Loss", "Below target", "At target"). */
export function marginCurve(
  price: unknown[][],
  unitCost: unknown[][],
  p50: unknown[][],
  p99: unknown[][],
  fixedCost?: unknown[][],
  unitPrice?: unknown[][],
  includedUnits?: unknown[][],
  percentiles?: unknown[][],
  targetMargin?: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return MARGINCURVE.spill(
    price,
    unitCost,
    p50,
    p99,
    fixedCost,
    unitPrice,
    includedUnits,
    percentiles,
    targetMargin,
    tail,
    inactiveShare,
  );
}

export const MARGINCURVE = defineTable({
  calc: calc.marginCurve,
  params: [
    number("price", calc.FROM_ZERO),
    number("unitCost", calc.FROM_ZERO),
    P50,
    P99,
    optional(number("fixedCost"), "0"),
    optional(number("unitPrice", calc.FROM_ZERO), "0"),
    optional(number("includedUnits", calc.FROM_ZERO), "0"),
    optional(list("percentiles", calc.PERCENTILE, "skipped"), ""),
    optional(number("targetMargin", calc.BELOW_ONE), "0.6"),
    TAIL,
    INACTIVE_SHARE,
  ],
  columns: [
    {
      heading: "Percentile",
      value: ({ percentile }) => percentile,
      native: (row, ...args) => curvePoint(row, ...args).percentile,
    },
    {
      heading: "Usage",
      value: ({ usage }) => usage,
      native: (row, ...args) => curvePoint(row, ...args).usage,
    },
    {
      heading: "Revenue",
      value: ({ revenue }) => revenue,
      native: (row, ...args) => curvePoint(row, ...args).revenue,
    },
    {
      heading: "COGS",
      value: ({ cogs }) => cogs,
      native: (row, ...args) => curvePoint(row, ...args).cogs,
    },
    {
      heading: "Margin",
      value: ({ margin }) => margin,
      native: (row, ...args) => curvePoint(row, ...args).margin,
    },
    {
      heading: "Status",
      value: ({ status }) => status,
      native: (row, ...args) => curvePoint(row, ...args).status,
    },
  ],
  demands: (_price, _unitCost, p50, p99) => usageDemands(p50, p99),
  examples: [
    {
      // Median: 1 - (400 x 0.06 + 9) / 99. Heavy: 1 - (6000 x 0.06 + 9) / 99.
      it: "earns 67% with the typical customer and loses money with the heavy one",
      args: [99, 0.06, 400, 6000, 9, 0, 0, [0.5, 0.99]],
      gives: [
        [0.5, 400, 99, 33, 66 / 99, "At target"],
        [0.99, 6000, 99, 369, -270 / 99, "Loss"],
      ],
    },
    {
      // 99 + (6000 - 1000) x 0.08 = 499 for 369 of cost
      it: "stays out of the red with overage beyond 1,000 units",
      args: [99, 0.06, 400, 6000, 9, 0.08, 1000, [0.5, null, 0.99]],
      gives: [
        [0.5, 400, 99, 33, 66 / 99, "At target"],
        [0.99, 6000, 499, 369, 130 / 499, "Below target"],
      ],
    },
    {
      // 1 - (510 x 0.06 + 9) / 99 is 60%, the target
      it: "counts the target itself as reached",
      args: [99, 0.06, 510, 510, 9, 0, 0, [0.5]],
      gives: [[0.5, 510, 99, 39.6, 0.6, "At target"]],
    },
    {
      it: "refuses a percentile of 100%",
      args: [99, 0.06, 400, 6000, 9, 0, 0, [0.5, 1]],
      fails: "#NUM!",
    },
  ],
  formula:
    "usage = p50 × (p99 ÷ p50)^(z(percentile) ÷ z(tail)), revenue = price + MAX(0, usage − includedUnits) × unitPrice, COGS = usage × unitCost + fixedCost, margin = 1 − COGS ÷ revenue",
  source: "Quantiles of the lognormal distribution, priced and costed one by one.",
});
