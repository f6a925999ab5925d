import type { GridBlock, Line, LinesBlock } from "../workbook/sheet-blocks";
import { PART_AXIS } from "./axes";
import type { Scenario } from "./scenario";

/** What each part of a task costs; its order is that of the policy table. */
export function partsBlock(scenario: Scenario): LinesBlock {
  const unit = `${scenario.product.costCurrency} / task`;
  const line = (name: string, label: string, formula: string, note?: string): Line => ({
    name,
    label,
    unit,
    format: "moneyFine",
    formula,
    ...(note && { note }),
  });
  return {
    kind: "lines",
    title: "One task, part by part",
    lines: [
      {
        name: "attempts",
        label: "Attempts per step",
        unit: "attempts",
        format: "decimal",
        formula: "RETRYATTEMPTS(failureRate,maxRetries)",
      },
      line("cost.inference", "Inference", "SUM(ALL(leg.cost))"),
      line(
        "cost.retrieval",
        "Retrieval",
        "RETRIEVALCOST(retrievalQueries,retrievalPrice,0,0,embeddedTokens,embeddingPrice)",
      ),
      line("cost.rerank", "Rerank", "RETRIEVALCOST(0,0,rerankSearches,rerankPrice)"),
      line("cost.tools", "Tools", "toolCalls*toolPrice"),
      line(
        "cost.compute",
        "Compute",
        "COMPUTECOST(computeSeconds,computeRate,computeUtilization,computeConcurrency)",
      ),
      line("cost.guardrails", "Router and guardrails", "guardrailCost"),
      line("cost.review", "Human review", "reviewShare*reviewMinutes/minutesPerHour*reviewRate"),
      {
        ...line("taskCost", "Cost of a task started", "SUM(cost.inference:cost.review)"),
        isResult: true,
      },
      line(
        "costPerSuccess",
        "Cost of a task that succeeds",
        "COSTPERSUCCESS(taskCost,successRate)",
        "The failed ones are paid as well",
      ),
    ],
  };
}

/** Each part's share of the task, and what of it the policy puts where. */
export function partTable(): GridBlock {
  const number = PART_AXIS.keys.map((_, i) => i + 1);
  return {
    kind: "grid",
    title: "Where it goes, and where it belongs",
    axis: PART_AXIS,
    direction: "down",
    items: [
      { name: "part.number", label: "Number", format: "general", fixed: number },
      {
        name: "part.cost",
        label: "Cost",
        unit: "per task",
        format: "moneyFine",
        formula: "INDEX(cost.inference:cost.review,part.number)",
      },
      {
        name: "part.share",
        label: "Share",
        unit: "of the task",
        format: "percent",
        formula: "IF(taskCost=0,0,part.cost/taskCost)",
      },
      {
        name: "part.cogs",
        label: "In COGS",
        unit: "per task",
        format: "moneyFine",
        formula: "part.cost*INDEX(ALL(policy.cogs),part.number)",
      },
      {
        name: "part.variable",
        label: "In variable cost",
        unit: "per task",
        format: "moneyFine",
        formula: "part.cost*INDEX(ALL(policy.variable),part.number)",
      },
    ],
  };
}
