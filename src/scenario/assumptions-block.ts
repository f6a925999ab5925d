import type { ListBlock } from "../workbook/sheet-spec";
import { input } from "./cells";
import type { ScenarioInput } from "./scenario-input";

/** Every input of a scenario, once, with its unit and what it means. */
export function assumptions(scenario: ScenarioInput): ListBlock {
  const perMonth = "per customer and month";
  return {
    kind: "list",
    title: "Assumptions",
    headings: ["Assumption", "Value", "Unit", "Meaning"],
    rows: [
      {
        name: "usageP50",
        label: "Usage at P50",
        cell: input(scenario.usageP50, "count"),
        unit: `tasks ${perMonth}`,
        note: "Half of the customers use less",
      },
      {
        name: "usageTail",
        label: "Usage in the tail",
        cell: input(scenario.usageP99, "count"),
        unit: `tasks ${perMonth}`,
        note: "What the heaviest customers reach, at the percentile below",
      },
      {
        name: "tail",
        label: "Percentile of the tail",
        cell: input(0.99, "percent"),
        unit: "of customers",
        note: "P99 unless your data gives another",
      },
      {
        name: "costPerTask",
        label: "Cost to serve one task",
        cell: input(scenario.costPerTask, "moneyFine"),
        unit: "$ per task",
        note: "Inference, retrieval, tools, compute and all else that a task takes",
      },
      {
        name: "fixedCost",
        label: "Fixed cost",
        cell: input(scenario.fixedCost, "money"),
        unit: `$ ${perMonth}`,
        note: "Does not depend on usage",
      },
      {
        name: "price",
        label: "Flat price",
        cell: input(scenario.price, "money"),
        unit: `$ ${perMonth}`,
      },
      {
        name: "target",
        label: "Target margin",
        cell: input(scenario.targetMargin, "percent"),
        unit: "of revenue",
      },
      {
        name: "customers",
        label: "Customers",
        cell: input(scenario.customers, "count"),
        unit: "paying customers",
      },
      {
        name: "flagBelow",
        label: "Flagged below",
        cell: input(0.4, "percent"),
        unit: "blended margin",
        note: "Investors flag less",
      },
      {
        name: "healthyFrom",
        label: "Healthy from",
        cell: input(0.55, "percent"),
        unit: "blended margin",
        note: "Investors call 55% to 70% healthy for AI products",
      },
      {
        name: "saasFrom",
        label: "SaaS-like from",
        cell: input(0.75, "percent"),
        unit: "blended margin",
        note: "Software without cost to serve: 75% to 85%",
      },
    ],
  };
}
