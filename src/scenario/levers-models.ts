import type { GridBlock, Item, Line, LinesBlock } from "../workbook/sheet-blocks";
import { legAxis } from "./axes";
import { cachedLoop } from "./cost-legs";
import { LEVERS } from "./levers-cases";
import type { Scenario } from "./scenario";

/** The task's loops at the prices of another model. */
function otherModelItems(name: string, label: string, chosen: string, currency: string): Item[] {
  const price = (kind: string, words: string): Item => ({
    name: `leg.${name}.${kind}`,
    label: `${label}: ${words}`,
    unit: `${currency} / million`,
    format: "moneyFine",
    formula: `INDEX(ALL(prices.${kind}),MATCH(${chosen},ALL(prices.model),0))`,
  });
  const unit = `${currency} / task`;
  const loop = "leg.calls,leg.basePrompt,leg.addedPerCall,leg.outputPerCall";
  return [
    price("input", "input price"),
    price("output", "output price"),
    price("cacheRead", "cache read price"),
    price("cacheWrite", "cache write price"),
    {
      name: `leg.${name}`,
      label: `${label}, no prompt cache`,
      unit,
      format: "moneyFine",
      formula: `AGENTCOST(${loop},leg.${name}.input,leg.${name}.output)`,
    },
    {
      name: `leg.${name}Cached`,
      label: `${label}, prompt cached`,
      unit,
      format: "moneyFine",
      formula: cachedLoop(`leg.${name}.cacheRead`, `leg.${name}.cacheWrite`, `leg.${name}.output`),
    },
    {
      name: `leg.${name}Today`,
      label: `${label}, cached where the leg is today`,
      unit,
      format: "moneyFine",
      formula: `IF(leg.promptCaching=1,leg.${name}Cached,leg.${name})`,
    },
  ];
}

export function otherModels(scenario: Scenario): GridBlock {
  const currency = scenario.product.costCurrency;
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: the same loops with other models",
    axis: legAxis(scenario),
    direction: "across",
    items: [
      ...otherModelItems("small", "Small model", "lever.routedModel", currency),
      ...otherModelItems("student", "Distilled model", "lever.studentModel", currency),
    ],
  };
}

/** Inference per task for each model that levers choose between: cached as today, or throughout. */
export function modelCosts({ product }: Scenario): LinesBlock {
  const line = (name: string, label: string, formula: string): Line => ({
    name,
    label,
    unit: `${product.costCurrency} / task`,
    format: "moneyFine",
    formula,
  });
  return {
    kind: "lines",
    isWorking: true,
    title: "Calculation: inference per task",
    note: "Retries included",
    lines: [
      line("model.today", "Today", "cost.inference"),
      line("model.cached", "Prompts cached", "attempts*SUM(ALL(leg.cached))"),
      line("model.small", "Small model", "attempts*SUM(ALL(leg.smallToday))"),
      line(
        "model.smallCached",
        "Small model, prompts cached",
        "attempts*SUM(ALL(leg.smallCached))",
      ),
      line("model.student", "Distilled model", "attempts*SUM(ALL(leg.studentToday))"),
      line(
        "model.studentCached",
        "Distilled model, prompts cached",
        "attempts*SUM(ALL(leg.studentCached))",
      ),
      {
        name: "lever.count",
        label: "Levers",
        unit: "levers",
        format: "general",
        fixed: LEVERS.length,
      },
      {
        name: "lever.known",
        label: "Every set of levers has a margin",
        unit: "0 or 1",
        format: "general",
        formula: "IF(COUNT(ALL(subset.margin))=COUNT(ALL(subset.place)),1,0)",
      },
      {
        name: "student.monthly",
        label: "Distillation: training spread over its life, and hosting",
        unit: `${product.costCurrency} / month`,
        format: "money",
        formula: "lever.trainingCost/lever.lifeMonths+lever.hostingCost",
      },
      ...LEVERS.map(({ key, label }, i): Line => ({
        name: `lever.step.${key}`,
        label: `Places between the rows with and without: ${label}`,
        unit: "rows",
        format: "general",
        fixed: 2 ** i,
      })),
    ],
  };
}
