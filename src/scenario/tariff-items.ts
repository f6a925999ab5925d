import type { Item } from "../workbook/sheet-blocks";
import { chargeItems } from "./charge-items";
import type { ChargeTerms } from "./charge-terms";
import { itemMaker } from "./item-maker";
import { COMPARED } from "./percentiles";

const item = itemMaker("tariff");

/** Usage that each tariff meets. */
export function usageItems(money: string): Item[] {
  return [
    item("seatFees", "Base fee, all seats", money, "money", "tariff.baseFee*seats"),
    item("median", "Median usage", "tasks", "count", "usage.median*(1+tariff.usageChange)"),
    item("mu", "Mu", "LN(tasks)", "decimal", "LN(tariff.median)"),
    item(
      "activeMean",
      "Mean of active customers",
      "tasks",
      "count",
      "usage.activeMean*(1+tariff.usageChange)",
    ),
    item(
      "meanUsage",
      "Mean of all customers",
      "tasks",
      "count",
      "usage.mean*(1+tariff.usageChange)",
    ),
  ];
}

/** Whether a tier's bound fails to lie above the one before: 1 where tiers do not ascend. */
export function fallItems(tiers: readonly number[]): Item[] {
  return tiers
    .slice(1)
    .map((tier) =>
      item(
        `falls.${tier - 1}`,
        `Tier ${tier} does not lie above tier ${tier - 1}`,
        "0 or 1",
        "general",
        `IF(AND(tariff.upTo.${tier}>0,tariff.upTo.${tier}<=tariff.upTo.${tier - 1}),1,0)`,
      ),
    );
}

/** A band of a blended margin, by lookup on the table of limits. */
export function bandOf(margin: string): string {
  return `IF(ISNUMBER(${margin}),IF(${margin}+epsilon<0,"Negative",INDEX(ALL(band.name),MATCH(${margin}+epsilon,ALL(band.from),1))),"No revenue")`;
}

/** A margin, or the words for why there is none. */
export function marginOf(revenue: string, cost: string): string {
  return `IF(${revenue}=0,"no revenue",GROSSMARGIN(${revenue},${cost}))`;
}

/** Customers lost take their own profit along; what the platform costs stays. */
function churnToBear(): string {
  const own = "(tariff.profit+platform.total/tariff.customers)";
  const needed = "(INDEX(ALL(tariff.grossProfit),focus)+platform.total)";
  return `IF(${own}<=0,"none",IF(${needed}<=0,"all",1-${needed}/(${own}*customers)))`;
}

/** Over all customers: the figures that decide between tariffs. */
export function blendedItems(money: string): Item[] {
  return [
    item("revenue", "Revenue", money, "money", "tariff.expected"),
    item(
      "serving",
      "COGS before payment fees",
      money,
      "money",
      "tariff.meanUsage*unitCost*costFactor+tariff.fixed",
    ),
    item(
      "payment",
      "Payment fees in COGS",
      money,
      "money",
      "pay.rate*tariff.expected+pay.fee*tariff.paying",
    ),
    item("cogs", "COGS", money, "money", "tariff.serving+tariff.payment"),
    {
      ...item(
        "margin",
        "Blended margin",
        "of revenue",
        "percent",
        marginOf("tariff.revenue", "tariff.cogs"),
      ),
      isResult: true,
    },
    { ...item("band", "Band", "", "text", bandOf("tariff.margin")), isVerdict: true },
    item(
      "variableCost",
      "Variable cost",
      money,
      "money",
      "tariff.meanUsage*unit.variable*costFactor+variable.free+variable.customer+variable.platform/tariff.customers+pay.variableRate*tariff.expected+pay.variableFee*tariff.paying",
    ),
    item(
      "contribution",
      "Contribution margin",
      "of revenue",
      "percent",
      'IF(tariff.revenue=0,"no revenue",CONTRIBUTIONMARGIN(tariff.revenue,tariff.variableCost))',
    ),
    item("profit", "Gross profit per customer", money, "money", "tariff.revenue-tariff.cogs"),
    {
      ...item(
        "grossProfit",
        "Gross profit of the company",
        money,
        "moneyWhole",
        "tariff.profit*tariff.customers",
      ),
      isResult: true,
    },
    item(
      "churnToBear",
      "Customers it may lose before profit falls below the focus",
      "of all",
      "percent",
      churnToBear(),
    ),
  ];
}

/** What a tariff keeps of its customers, what each costs whatever the usage, and what breaks even. */
export function customerItems(money: string): Item[] {
  return [
    item("customers", "Customers kept", "customers", "count", "customers*(1-tariff.lostCustomers)"),
    item(
      "fixed",
      "COGS per customer whatever the usage",
      money,
      "money",
      "fixed.customer+fixed.free+platform.total/tariff.customers",
    ),
    item(
      "leftOfBase",
      "Base fee less payment fees and COGS whatever the usage",
      money,
      "money",
      "tariff.seatFees*(1-tariff.discount)*(1-pay.rate)-pay.fee-tariff.fixed",
    ),
    item(
      "breakEven",
      "Usage that uses up the base fee",
      "tasks",
      "count",
      'IF(tariff.leftOfBase<0,"none",IF(unitCost=0,"no limit",tariff.leftOfBase/unitCost))',
    ),
  ];
}

/** One customer at a percentile of usage: charge, COGS, margin and status. */
export function percentileItems(charge: ChargeTerms, money: string): Item[] {
  return COMPARED.flatMap(({ key, label }) => {
    const usage = `tariff.usage.${key}`;
    return [
      item(
        `usage.${key}`,
        `Usage at ${label}`,
        "tasks",
        "count",
        `usageAt.${key}*(1+tariff.usageChange)`,
      ),
      ...chargeItems(charge, key, label, usage),
      item(
        `cogs.${key}`,
        `COGS at ${label}`,
        money,
        "money",
        `${usage}*unitCost+tariff.fixed+pay.rate*tariff.charge.${key}+IF(tariff.charge.${key}>0,pay.fee,0)`,
      ),
      item(
        `margin.${key}`,
        `Margin at ${label}`,
        "of revenue",
        "percent",
        marginOf(`tariff.charge.${key}`, `tariff.cogs.${key}`),
      ),
      {
        ...item(
          `status.${key}`,
          `Status at ${label}`,
          "",
          "text",
          `IF(tariff.charge.${key}=0,IF(tariff.cogs.${key}>0,"Loss","No revenue"),IF(tariff.margin.${key}+epsilon<0,"Loss",IF(tariff.margin.${key}+epsilon<targetMargin,"Below target","At target")))`,
        ),
        isVerdict: true as const,
      },
    ];
  });
}
