import type { GridBlock, Item } from "../../workbook/sheet-blocks";
import type { BridgeStepKey, ProfitBridge } from "../variance/profit-bridge";
import type { CurrencyFormat } from "./currency-format";
import { type SplitGrid, splitGrid } from "./split-grid";
import { waterfallItems } from "./waterfall";

/** What each step is called, and what it changes. */
const STEPS: Readonly<Record<Exclude<BridgeStepKey, "start" | "end">, readonly [string, string]>> =
  {
    volume: ["Volume", "More or fewer customer-months, all alike"],
    mix: ["Customer mix", "Which customers they are: new ones at their own rates"],
    tasks: ["Tasks per customer", "Their cost, and revenue as far as it follows tasks"],
    price: ["Price", "Revenue per customer-month of the same customer"],
    tokens: ["Tokens per task", "How many, and how much of them is output"],
    models: ["Model mix", "Which models do the work, at their prices of before"],
    caching: ["Caching", "Share of input that caches give or take"],
    vendor: ["Vendor prices", "What a token costs, discounts and batches included"],
    exchange: ["Exchange rate", "Of the currency in which providers bill"],
    other: ["Other", "Other COGS, unallocated usage, revenue that names nobody"],
  };

function label(key: BridgeStepKey, { first, second, isSplit }: ProfitBridge): string {
  if (key === "start") return first.label;
  if (key === "end") return second.label;
  return key === "vendor" && !isSplit ? "Cost per task" : STEPS[key][0];
}

function meaning(key: BridgeStepKey, { isSplit }: ProfitBridge): string {
  if (key === "start" || key === "end") return "Gross profit of the period";
  return key === "vendor" && !isSplit ? "Not taken apart: no tokens by model" : STEPS[key][1];
}

/** The steps of the bridge, with what draws them. */
export function stepsGrid(bridge: ProfitBridge, formats: CurrencyFormat): SplitGrid {
  return splitGrid(allOfSteps(bridge, formats), [
    "budget.step",
    "budget.profit",
    "budget.revenue",
    "budget.inference",
    "budget.other",
    "budget.meaning",
  ]);
}

function allOfSteps(bridge: ProfitBridge, { money }: CurrencyFormat): GridBlock {
  const { steps, revenueOfTasks } = bridge;
  const isEnd = (key: BridgeStepKey) => key === "start" || key === "end";
  const fixed = (name: string, text: string, values: readonly number[]): Item => ({
    name: `budget.${name}`,
    label: text,
    format: money,
    fixed: values,
  });
  const formula = (name: string, text: string, formulaText: string): Item => ({
    name: `budget.${name}`,
    label: text,
    format: money,
    formula: formulaText,
  });
  return {
    kind: "grid",
    title: "From one gross profit to the other",
    note: "In this order; each step keeps what is above it. Another order would give other parts.",
    axis: {
      id: "budgetSteps",
      heading: "Step",
      keys: steps.map(({ key }) => ({ key, label: label(key, bridge) })),
    },
    direction: "down",
    items: [
      {
        ...formula(
          "step",
          "Adds to gross profit",
          "IF(budget.isTotal=1,0,budget.profit-PREV(budget.profit))",
        ),
        isResult: true,
      },
      formula("profit", "Gross profit so far", "budget.revenue-budget.inference-budget.other"),
      formula("revenue", "Revenue", "budget.atOldTasks+budget.revenueShare*budget.ofTasks"),
      fixed(
        "inference",
        "Inference",
        steps.map(({ inference }) => inference),
      ),
      fixed(
        "other",
        "Other COGS",
        steps.map(({ other }) => other),
      ),
      {
        name: "budget.meaning",
        label: "What changes",
        format: "text",
        fixed: steps.map(({ key }) => meaning(key, bridge)),
      },
      ...[
        fixed(
          "atOldTasks",
          "Revenue that follows no tasks",
          steps.map(({ revenue }) => revenue),
        ),
        fixed(
          "ofTasks",
          "Revenue if all followed tasks",
          steps.map(({ key }) => (key === "tasks" ? revenueOfTasks : 0)),
        ),
        {
          name: "budget.isTotal",
          label: "A total",
          unit: "0 or 1",
          format: "general" as const,
          fixed: steps.map(({ key }) => Number(isEnd(key))),
        },
        formula("total", "Total", "IF(budget.isTotal=1,budget.profit,0)"),
        formula("change", "Change", "budget.step"),
        ...waterfallItems("budget", money),
      ],
    ],
  };
}
