import type { LinesBlock } from "../workbook/sheet-blocks";
import type { Scenario } from "./scenario";

/** What enters every margin: per task and per customer, in the currency of prices. */
export function totalsBlock({ product }: Scenario): LinesBlock {
  const task = `${product.priceCurrency} / task`;
  const month = `${product.priceCurrency} / month`;
  return {
    kind: "lines",
    title: "What enters the margins",
    note: "In the currency of prices",
    lines: [
      {
        name: "unit.inference",
        label: "Inference in COGS",
        unit: task,
        format: "moneyFine",
        formula: 'AT(part.cogs,"inference")*exchangeRate',
      },
      {
        name: "unit.other",
        label: "Other parts in COGS",
        unit: task,
        format: "moneyFine",
        formula: "SUM(ALL(part.cogs))*exchangeRate-unit.inference",
      },
      {
        name: "unitCost",
        label: "COGS per task",
        unit: task,
        format: "moneyFine",
        formula: "unit.inference+unit.other",
        isResult: true,
      },
      {
        name: "unit.variable",
        label: "Variable cost per task",
        unit: task,
        format: "moneyFine",
        formula: "SUM(ALL(part.variable))*exchangeRate",
      },
      {
        name: "modelShare",
        label: "Model's share of COGS per task",
        unit: "fraction",
        format: "percent",
        formula: "IF(unitCost=0,0,unit.inference/unitCost)",
        note: "Declines with model prices in the forecast",
      },
      {
        name: "fixed.customer",
        label: "Fixed cost per customer",
        unit: month,
        format: "money",
        formula: 'fixedCost*exchangeRate*AT(policy.cogs,"fixed")',
      },
      {
        name: "platform.total",
        label: "Platform cost of the company",
        unit: month,
        format: "money",
        formula: 'platformCost*exchangeRate*AT(policy.cogs,"platform")',
      },
      {
        name: "fixed.platform",
        label: "Platform cost per customer",
        unit: month,
        format: "money",
        formula: "platform.total/INDEX(ALL(tariff.customers),focus)",
        note: "Of the customers that the tariff in focus keeps",
      },
      {
        name: "fixed.free",
        label: "Free users per customer",
        unit: month,
        format: "money",
        formula: 'freeUsers*freeUsage*unitCost*AT(policy.cogs,"freeUsers")',
      },
      {
        name: "fixedPerCustomer",
        label: "COGS per customer whatever the usage",
        unit: month,
        format: "money",
        formula: "fixed.customer+fixed.platform+fixed.free",
        isResult: true,
      },
      {
        name: "variable.free",
        label: "Free users in variable cost",
        unit: month,
        format: "money",
        formula: 'freeUsers*freeUsage*unit.variable*AT(policy.variable,"freeUsers")',
      },
      {
        name: "variable.customer",
        label: "Fixed cost per customer in variable cost",
        unit: month,
        format: "money",
        formula: 'fixedCost*exchangeRate*AT(policy.variable,"fixed")',
        note: "Only where the policy puts it below the line",
      },
      {
        name: "variable.platform",
        label: "Platform cost of the company in variable cost",
        unit: month,
        format: "money",
        formula: 'platformCost*exchangeRate*AT(policy.variable,"platform")',
        note: "Only where the policy puts it below the line",
      },
      {
        name: "pay.rate",
        label: "Payment fee in COGS, share of the charge",
        unit: "fraction",
        format: "percent",
        formula: 'paymentRate*AT(policy.cogs,"payment")',
      },
      {
        name: "pay.fee",
        label: "Payment fee in COGS, per payment",
        unit: product.priceCurrency,
        format: "money",
        formula: 'paymentFee*AT(policy.cogs,"payment")',
      },
      {
        name: "pay.variableRate",
        label: "Payment fee in variable cost, share",
        unit: "fraction",
        format: "percent",
        formula: 'paymentRate*AT(policy.variable,"payment")',
      },
      {
        name: "pay.variableFee",
        label: "Payment fee in variable cost, per payment",
        unit: product.priceCurrency,
        format: "money",
        formula: 'paymentFee*AT(policy.variable,"payment")',
      },
    ],
  };
}
