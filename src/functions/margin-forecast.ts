import * as calc from "../calc";
import { defineTable } from "./define-table";
import { forecastMonth } from "./native-forecast";
import { number, optional } from "./parameter";

/** Gross margin month by month as usage, cost, price and customers change; spills with a heading row.
 * @customfunction MARGINFORECAST
 * @helpurl https://localhost:3000/help/marginforecast.html
 * @param months Number of months (1 to 600).
 * @param customers Number of customers in month 1.
 * @param price Flat price in month 1 (currency per customer and month).
 * @param usage Mean usage in month 1, not the median (units per customer and month).
 * @param unitCost Cost to serve a unit in month 1 (currency).
 * @param fixedCost Cost whatever the usage (currency per customer and month), which does not decline; 0 if omitted.
 * @param newPerMonth Number of customers gained per month; 0 if omitted.
 * @param churn Share of customers lost per month (0 to 1); 0 if omitted.
 * @param usageGrowth Growth of usage per month (a fraction, above -1); 0 if omitted.
 * @param costDecline Decline of model prices per month (a fraction, below 1); 0 if omitted.
 * @param priceGrowth Growth of price and unitPrice per month (a fraction, above -1); 0 if omitted.
 * @param unitPrice Price of a unit on top of the flat price (currency); 0 if omitted.
 * @param modelShare Share of the unit cost that declines with model prices (0 to 1); 1 if omitted.
 * @returns Month, Customers, Usage (mean per customer), Revenue, COGS, Gross profit, Margin, Band. */
export function marginForecast(
  months: unknown[][],
  customers: unknown[][],
  price: unknown[][],
  usage: unknown[][],
  unitCost: unknown[][],
  fixedCost?: unknown[][],
  newPerMonth?: unknown[][],
  churn?: unknown[][],
  usageGrowth?: unknown[][],
  costDecline?: unknown[][],
  priceGrowth?: unknown[][],
  unitPrice?: unknown[][],
  modelShare?: unknown[][],
): unknown[][] {
  return MARGINFORECAST.spill(
    months,
    customers,
    price,
    usage,
    unitCost,
    fixedCost,
    newPerMonth,
    churn,
    usageGrowth,
    costDecline,
    priceGrowth,
    unitPrice,
    modelShare,
  );
}

export const MARGINFORECAST = defineTable({
  calc: calc.marginForecast,
  params: [
    number("months", calc.MONTHS),
    number("customers", calc.FROM_ZERO),
    number("price", calc.FROM_ZERO),
    number("usage", calc.FROM_ZERO),
    number("unitCost", calc.FROM_ZERO),
    optional(number("fixedCost"), "0"),
    optional(number("newPerMonth", calc.FROM_ZERO), "0"),
    optional(number("churn", calc.SHARE), "0"),
    optional(number("usageGrowth", calc.ABOVE_MINUS_ONE), "0"),
    optional(number("costDecline", calc.BELOW_ONE), "0"),
    optional(number("priceGrowth", calc.ABOVE_MINUS_ONE), "0"),
    optional(number("unitPrice", calc.FROM_ZERO), "0"),
    optional(number("modelShare", calc.SHARE), "1"),
  ],
  columns: [
    {
      heading: "Month",
      value: ({ month }) => month,
      native: (row) => String(row + 1),
    },
    {
      heading: "Customers",
      value: ({ customers }) => customers,
      native: (row, ...args) => forecastMonth(row, ...args).customers,
    },
    {
      heading: "Usage",
      value: ({ usage }) => usage,
      native: (row, ...args) => forecastMonth(row, ...args).usage,
    },
    {
      heading: "Revenue",
      value: ({ revenue }) => revenue,
      native: (row, ...args) => forecastMonth(row, ...args).revenue,
    },
    {
      heading: "COGS",
      value: ({ cogs }) => cogs,
      native: (row, ...args) => forecastMonth(row, ...args).cogs,
    },
    {
      heading: "Gross profit",
      value: ({ grossProfit }) => grossProfit,
      native: (row, ...args) => forecastMonth(row, ...args).grossProfit,
    },
    {
      heading: "Margin",
      value: ({ margin }) => margin,
      native: (row, ...args) => forecastMonth(row, ...args).margin,
    },
    {
      heading: "Band",
      value: ({ band }) => band,
      native: (row, ...args) => forecastMonth(row, ...args).band,
    },
  ],
  examples: [
    {
      // Month 2: 1000 x 0.97 + 50 = 1020 customers, usage 400 x 1.5 = 600,
      // revenue 1020 x 100 = 102,000, COGS 1020 x (600 x 0.05 + 10) = 40,800.
      it: "grows usage and customers from month 2 on",
      args: [2, 1000, 100, 400, 0.05, 10, 50, 0.03, 0.5],
      gives: [
        [1, 1000, 400, 100000, 30000, 70000, 0.7, "Healthy"],
        [2, 1020, 600, 102000, 40800, 61200, 0.6, "Healthy"],
      ],
    },
    {
      // Month 2: cost of a unit 0.1 x (0.5 x 0.8 + 0.5) = 0.09; revenue 10 x (50 + 100 x 0.5) x 1.1.
      it: "declines only the model's share of cost, and grows both prices",
      args: [2, 10, 50, 100, 0.1, 0, 0, 0, 0, 0.2, 0.1, 0.5, 0.5],
      gives: [
        [1, 10, 100, 1000, 100, 900, 0.9, "SaaS-like"],
        [2, 10, 100, 1100, 90, 1010, 1010 / 1100, "SaaS-like"],
      ],
    },
    {
      it: "counts whole months only",
      args: [1.5, 1000, 100, 400, 0.05],
      fails: "#NUM!",
    },
  ],
  formula:
    "After t months: usage × (1 + usageGrowth)^t, prices × (1 + priceGrowth)^t, the model's share of unitCost × (1 − costDecline)^t, customers × (1 − churn) + newPerMonth each month",
  source: "Compound growth; customers as a recurrence with constant churn.",
});
