import { ABOVE_ZERO, FROM_ZERO, SHARE, WHOLE_FROM_ONE, WHOLE_FROM_ZERO } from "../calc";
import type { GridBlock, LinesBlock } from "../workbook/sheet-blocks";
import { legAxis } from "./axes";
import { numberLine } from "./input-line";
import type { Leg, Scenario } from "./scenario";

/** The models at work in a task. */
export function legsBlock(scenario: Scenario): GridBlock {
  const each = <T>(of: (leg: Leg) => T): T[] => scenario.task.legs.map(of);
  const tokens = { unit: "tokens", format: "count" as const, allowed: { numbers: FROM_ZERO } };
  return {
    kind: "grid",
    title: "Task: models",
    note: "An agent loop sends its history again at each call",
    axis: legAxis(scenario),
    direction: "across",
    items: [
      {
        name: "leg.model",
        label: "Model",
        unit: "choice",
        format: "text",
        inputs: each(({ model }) => model),
        allowed: { oneOf: "prices.model" },
      },
      {
        name: "leg.calls",
        label: "Calls per task",
        unit: "calls",
        format: "count",
        inputs: each(({ calls }) => calls),
        allowed: { numbers: WHOLE_FROM_ZERO },
      },
      {
        name: "leg.basePrompt",
        label: "Prompt, tools and task",
        ...tokens,
        inputs: each(({ basePrompt }) => basePrompt),
      },
      {
        name: "leg.addedPerCall",
        label: "Added to the history per call",
        ...tokens,
        inputs: each(({ addedPerCall }) => addedPerCall),
      },
      {
        name: "leg.outputPerCall",
        label: "Output per call",
        ...tokens,
        inputs: each(({ outputPerCall }) => outputPerCall),
        note: "Reasoning included",
      },
      {
        name: "leg.promptCaching",
        label: "Prompt cached today",
        unit: "0 or 1",
        format: "general",
        inputs: each(({ promptCaching }) => promptCaching),
        allowed: { numbers: { from: 0, to: 1, whole: true } },
      },
    ],
  };
}

/** Everything else that a task costs. */
export function taskBlock({ task, product }: Scenario): LinesBlock {
  const money = product.costCurrency;
  return {
    kind: "lines",
    title: "Task: retries, retrieval, tools, compute and people",
    lines: [
      numberLine(
        "failureRate",
        "Failure rate of a step",
        "fraction",
        "percent",
        task.failureRate,
        SHARE,
      ),
      numberLine(
        "maxRetries",
        "Retries at most",
        "retries",
        "count",
        task.maxRetries,
        WHOLE_FROM_ZERO,
      ),
      numberLine(
        "successRate",
        "Tasks that succeed",
        "fraction",
        "percent",
        task.successRate,
        SHARE,
        "Enters cost per success and outcome tariffs",
      ),
      numberLine(
        "retrievalQueries",
        "Retrieval queries",
        "per task",
        "decimal",
        task.retrievalQueries,
        FROM_ZERO,
      ),
      numberLine(
        "retrievalPrice",
        "Price of 1,000 queries",
        money,
        "money",
        task.retrievalPricePerThousand,
        FROM_ZERO,
      ),
      numberLine(
        "embeddedTokens",
        "Embedded tokens",
        "per task",
        "count",
        task.embeddedTokens,
        FROM_ZERO,
      ),
      numberLine(
        "embeddingPrice",
        "Embedding price",
        `${money} / million`,
        "moneyFine",
        task.embeddingPrice,
        FROM_ZERO,
      ),
      numberLine(
        "rerankSearches",
        "Rerank searches",
        "per task",
        "decimal",
        task.rerankSearches,
        FROM_ZERO,
        "One search ranks up to 100 documents",
      ),
      numberLine(
        "rerankPrice",
        "Price of 1,000 searches",
        money,
        "money",
        task.rerankPricePerThousand,
        FROM_ZERO,
      ),
      numberLine("toolCalls", "Paid tool calls", "per task", "decimal", task.toolCalls, FROM_ZERO),
      numberLine(
        "toolPrice",
        "Price of a tool call",
        money,
        "moneyFine",
        task.toolPrice,
        FROM_ZERO,
      ),
      numberLine(
        "computeSeconds",
        "Compute",
        "seconds / task",
        "decimal",
        task.computeSeconds,
        FROM_ZERO,
      ),
      numberLine(
        "computeRate",
        "Price of compute",
        `${money} / hour`,
        "money",
        task.computeHourlyRate,
        FROM_ZERO,
      ),
      numberLine(
        "computeUtilization",
        "Utilization",
        "fraction",
        "percent",
        task.computeUtilization,
        { above: 0, to: 1 },
      ),
      numberLine(
        "computeConcurrency",
        "Tasks at the same time",
        "tasks",
        "decimal",
        task.computeConcurrency,
        ABOVE_ZERO,
      ),
      numberLine(
        "guardrailCost",
        "Router and guardrails",
        `${money} / task`,
        "moneyFine",
        task.guardrailCost,
        FROM_ZERO,
      ),
      numberLine(
        "reviewShare",
        "Tasks that a person reviews",
        "fraction",
        "percent",
        task.reviewShare,
        SHARE,
      ),
      numberLine(
        "reviewMinutes",
        "Time of a review",
        "minutes",
        "decimal",
        task.reviewMinutes,
        FROM_ZERO,
      ),
      numberLine(
        "reviewRate",
        "Cost of a reviewer",
        `${money} / hour`,
        "money",
        task.reviewHourlyRate,
        FROM_ZERO,
      ),
      numberLine(
        "minutesPerHour",
        "Minutes in an hour",
        "minutes",
        "count",
        60,
        WHOLE_FROM_ONE,
        "A unit, not an assumption",
      ),
    ],
  };
}
