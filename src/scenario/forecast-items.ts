import type { Item } from "../workbook/sheet-blocks";
import { caseTerms } from "./case-items";
import { chargeItems } from "./charge-items";
import { itemMaker } from "./item-maker";
import type { Scenario } from "./scenario";
import { bandOf, marginOf } from "./tariff-items";

const make = itemMaker("forecast");

/** Months, fiscal years and the customers of each month. */
export function timeItems({ growth }: Scenario): Item[] {
  const numbers = Array.from({ length: growth.months }, (_, i) => i + 1);
  return [
    { name: "forecast.month", label: "Month", format: "general", fixed: numbers },
    make("periodEnd", "Ends on", "date", "date", "EOMONTH(startDate,forecast.month-1)"),
    make(
      "fiscalYear",
      "Fiscal year",
      "year",
      "general",
      "YEAR(EOMONTH(forecast.periodEnd,monthsPerYear-fiscalYearEnd))",
    ),
    make(
      "opening",
      "Customers, opening",
      "customers",
      "count",
      "IF(forecast.month=1,INDEX(ALL(tariff.customers),focus),PREV(forecast.closing))",
    ),
    make("gained", "New customers", "customers", "count", "newCustomers"),
    make("churned", "Customers lost", "customers", "count", "forecast.opening*churn"),
    make(
      "closing",
      "Customers, closing",
      "customers",
      "count",
      "forecast.opening+forecast.gained-forecast.churned",
    ),
  ];
}

/** How usage, prices and cost of a task have moved since the first month. */
export function factorItems(): Item[] {
  return [
    make(
      "usageFactor",
      "Usage against month 1",
      "factor",
      "decimal",
      "(1+usageGrowth)^(forecast.month-1)",
    ),
    make(
      "priceFactor",
      "Prices against month 1",
      "factor",
      "decimal",
      "(1+priceGrowth)^(forecast.month-1)",
    ),
    make(
      "modelFactor",
      "Model prices against month 1",
      "factor",
      "decimal",
      "(1-modelDecline)^((forecast.month-1)/monthsPerYear)",
    ),
    make(
      "unitInference",
      "Inference per task",
      "per task",
      "moneyFine",
      "unit.inference*forecast.modelFactor",
    ),
    make("unitCost", "COGS per task", "per task", "moneyFine", "forecast.unitInference+unit.other"),
    make(
      "fixedPerCustomer",
      "COGS per customer whatever the usage",
      "per month",
      "money",
      'fixed.customer+IF(forecast.opening=0,0,platform.total/forecast.opening)+freeUsers*freeUsage*forecast.unitCost*AT(policy.cogs,"freeUsers")',
    ),
  ];
}

/** Revenue, COGS by component, gross profit and margin of the company. */
export function resultItems(month: string): Item[] {
  const company = `${month}, all customers`;
  const tasks = "forecast.opening*forecast.meanUsage*costFactor";
  return [
    make("revenue", "Revenue", company, "moneyWhole", "forecast.opening*forecast.expected"),
    make("inference", "COGS: inference", company, "moneyWhole", `${tasks}*forecast.unitInference`),
    make("other", "COGS: other parts of tasks", company, "moneyWhole", `${tasks}*unit.other`),
    make("fixed", "COGS: per customer", company, "moneyWhole", "forecast.opening*fixed.customer"),
    make("platform", "COGS: platform", company, "moneyWhole", "platform.total"),
    make(
      "free",
      "COGS: free users",
      company,
      "moneyWhole",
      'forecast.opening*freeUsers*freeUsage*forecast.unitCost*AT(policy.cogs,"freeUsers")',
    ),
    make(
      "payment",
      "COGS: payment fees",
      company,
      "moneyWhole",
      "pay.rate*forecast.revenue+pay.fee*forecast.opening*forecast.paying",
    ),
    make("cogs", "COGS", company, "moneyWhole", "SUM(forecast.inference:forecast.payment)"),
    make("grossProfit", "Gross profit", company, "moneyWhole", "forecast.revenue-forecast.cogs"),
    {
      ...make(
        "margin",
        "Blended margin",
        "of revenue",
        "percent",
        marginOf("forecast.revenue", "forecast.cogs"),
      ),
      isResult: true,
    },
    {
      ...make("band", "Band", "", "text", bandOf("forecast.margin")),
      isVerdict: true,
    },
    make("flagLine", "Limit: flagged below", "of revenue", "percent", "flagBelow"),
    make("healthyLine", "Limit: healthy from", "of revenue", "percent", "healthyFrom"),
    make(
      "isBelowTarget",
      "Below the target",
      "0 or 1",
      "general",
      "IF(forecast.revenue=0,1,IF(forecast.margin+epsilon<targetMargin,1,0))",
    ),
    make(
      "isFlagged",
      "Below the flag",
      "0 or 1",
      "general",
      "IF(forecast.revenue=0,1,IF(forecast.margin+epsilon<flagBelow,1,0))",
    ),
    make(
      "isUnhealthy",
      "Below healthy",
      "0 or 1",
      "general",
      "IF(forecast.revenue=0,1,IF(forecast.margin+epsilon<healthyFrom,1,0))",
    ),
  ];
}

/** Margin of one customer at three percentiles, month by month. */
export function customerItems(scenario: Scenario): Item[] {
  const terms = caseTerms(scenario, { prefix: "forecast" });
  return (["p50", "p90", "p99"] as const).flatMap((key) => {
    const label = key.toUpperCase();
    const usage = `forecast.usage.${key}`;
    const charge = `forecast.charge.${key}`;
    return [
      make(
        `usage.${key}`,
        `Usage at ${label}`,
        "tasks",
        "count",
        `usageAt.${key}*forecast.usageFactor*(1+INDEX(ALL(tariff.usageChange),focus))`,
      ),
      ...chargeItems(terms, key, label, usage),
      make(
        `cogs.${key}`,
        `COGS at ${label}`,
        "per month",
        "money",
        `${usage}*forecast.unitCost+forecast.fixedPerCustomer+pay.rate*${charge}+IF(${charge}>0,pay.fee,0)`,
      ),
      make(
        `margin.${key}`,
        `Margin at ${label}`,
        "of revenue",
        "percent",
        marginOf(charge, `forecast.cogs.${key}`),
      ),
    ];
  });
}
