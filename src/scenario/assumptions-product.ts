import { ABOVE_ZERO, ANY, BELOW_ONE, FROM_ZERO, SHARE, WHOLE_FROM_ONE } from "../calc";
import type { LinesBlock } from "../workbook/sheet-blocks";
import { choiceLine, numberLine } from "./input-line";
import type { Scenario } from "./scenario";

/** Who buys, in what currency, and what a customer costs before using anything. */
export function productBlock({ product }: Scenario): LinesBlock {
  const month = `${product.costCurrency} / month`;
  return {
    kind: "lines",
    title: "Product",
    lines: [
      numberLine(
        "customers",
        "Paying customers",
        "customers",
        "count",
        product.customers,
        WHOLE_FROM_ONE,
        "At the start of the forecast",
      ),
      numberLine(
        "seats",
        "Seats per customer",
        "seats",
        "count",
        product.seats,
        WHOLE_FROM_ONE,
        "The base fee is due per seat",
      ),
      choiceLine(
        "usagePer",
        "Usage below is stated per",
        product.usagePer,
        "usageBasis",
        "A customer's usage is the sum over its seats",
      ),
      numberLine(
        "seatCorrelation",
        "Correlation of a customer's seats",
        "0 to 1",
        "decimal",
        product.seatCorrelation,
        SHARE,
        "0: seats use independently; 1: as one",
      ),
      {
        name: "priceCurrency",
        label: "Currency of prices",
        unit: "text",
        format: "text",
        input: product.priceCurrency,
      },
      {
        name: "costCurrency",
        label: "Currency of costs",
        unit: "text",
        format: "text",
        input: product.costCurrency,
        note: "Model prices are in this currency",
      },
      numberLine(
        "exchangeRate",
        "Exchange rate",
        `${product.priceCurrency} per ${product.costCurrency}`,
        "general",
        product.exchangeRate,
        ABOVE_ZERO,
      ),
      {
        name: "exchangeDate",
        label: "Date of the exchange rate",
        unit: "date",
        format: "date",
        input: product.exchangeDate,
      },
      numberLine(
        "fixedCost",
        "Fixed cost per customer",
        month,
        "money",
        product.fixedCost,
        FROM_ZERO,
        "Hosting, support and the like, whatever the usage",
      ),
      numberLine(
        "platformCost",
        "Platform cost of the company",
        month,
        "money",
        product.platformCost,
        FROM_ZERO,
        "Shared by all paying customers",
      ),
      numberLine(
        "freeUsers",
        "Free users per paying customer",
        "users",
        "decimal",
        product.freeUsers,
        FROM_ZERO,
      ),
      numberLine(
        "freeUsage",
        "Usage of a free user",
        "tasks / month",
        "count",
        product.freeUsage,
        FROM_ZERO,
      ),
      numberLine(
        "paymentRate",
        "Payment fee, share of the charge",
        "fraction",
        "percent",
        product.paymentRate,
        { from: 0, below: 1 },
      ),
      numberLine(
        "paymentFee",
        "Payment fee, per payment",
        `${product.priceCurrency}`,
        "money",
        product.paymentFee,
        FROM_ZERO,
        "Due where anything is charged",
      ),
    ],
  };
}

/** What the margin is held against. */
export function targetsBlock({ targets }: Scenario): LinesBlock {
  return {
    kind: "lines",
    title: "Targets and limits",
    lines: [
      numberLine(
        "targetMargin",
        "Target gross margin",
        "fraction",
        "percent",
        targets.margin,
        BELOW_ONE,
      ),
      numberLine(
        "flagBelow",
        "Investors flag a blended margin below",
        "fraction",
        "percent",
        targets.flagBelow,
        ANY,
        "Source: investors flag less than 40%",
      ),
      numberLine(
        "healthyFrom",
        "Healthy from",
        "fraction",
        "percent",
        targets.healthyFrom,
        ANY,
        "Source: 55% to 70% is healthy for AI products",
      ),
      numberLine(
        "saasFrom",
        "SaaS-like from",
        "fraction",
        "percent",
        targets.saasFrom,
        ANY,
        "Source: 75% to 85% is usual for software",
      ),
    ],
  };
}
