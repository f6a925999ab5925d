import type { GridBlock } from "../workbook/sheet-blocks";
import { legAxis } from "./axes";
import type { Scenario } from "./scenario";

function priceOf(kind: string): string {
  return `INDEX(ALL(prices.${kind}),MATCH(leg.model,ALL(prices.model),0))`;
}

/** Cost of a leg's loop whose prompts are cached; where the cache has expired it is written again. */
export function cachedLoop(read: string, write: string, output: string): string {
  const reads = `leg.tokensRead*((1-lever.missRate)*${read}+lever.missRate*${write})`;
  return `(${reads}+leg.tokensWritten*${write}+leg.tokensOut*${output})/tokensPerMillion`;
}

/** Each model's tokens and cost over its loop. */
export function legCostBlock(scenario: Scenario): GridBlock {
  const unit = `${scenario.product.costCurrency} / task`;
  const price = {
    unit: `${scenario.product.costCurrency} / million`,
    format: "moneyFine" as const,
  };
  const loop = "leg.calls,leg.basePrompt,leg.addedPerCall";
  return {
    kind: "grid",
    title: "Inference by model leg",
    axis: legAxis(scenario),
    direction: "across",
    items: [
      { name: "leg.inputPrice", label: "Input price", ...price, formula: priceOf("input") },
      { name: "leg.outputPrice", label: "Output price", ...price, formula: priceOf("output") },
      {
        name: "leg.cacheReadPrice",
        label: "Cache read price",
        ...price,
        formula: priceOf("cacheRead"),
      },
      {
        name: "leg.cacheWritePrice",
        label: "Cache write price",
        ...price,
        formula: priceOf("cacheWrite"),
      },
      {
        name: "leg.tokensIn",
        label: "Tokens sent over the loop",
        unit: "tokens",
        format: "count",
        formula: `AGENTTOKENS(${loop})`,
      },
      {
        name: "leg.tokensOut",
        label: "Tokens received",
        unit: "tokens",
        format: "count",
        formula: "leg.calls*leg.outputPerCall",
      },
      {
        name: "leg.lastPrompt",
        label: "Prompt of the last call",
        unit: "tokens",
        format: "count",
        formula: "IF(leg.calls=0,0,leg.basePrompt+leg.addedPerCall*(leg.calls-1))",
      },
      {
        name: "leg.isLong",
        label: "Passes the long-context limit",
        unit: "0 or 1",
        format: "general",
        formula: `IF(${priceOf("longContextFrom")}=0,0,IF(leg.lastPrompt>${priceOf("longContextFrom")},1,0))`,
      },
      {
        name: "leg.tokensRead",
        label: "Tokens read from a prompt cache",
        unit: "tokens",
        format: "count",
        formula:
          "IF(leg.calls=0,0,(leg.calls-1)*(leg.basePrompt+leg.addedPerCall*(leg.calls-2)/2))",
      },
      {
        name: "leg.tokensWritten",
        label: "Tokens written to a prompt cache",
        unit: "tokens",
        format: "count",
        formula: "IF(leg.calls=0,0,leg.basePrompt+(leg.calls-1)*leg.addedPerCall)",
      },
      {
        name: "leg.uncached",
        label: "Loop without prompt cache",
        unit,
        format: "moneyFine",
        formula: `AGENTCOST(${loop},leg.outputPerCall,leg.inputPrice,leg.outputPrice)`,
      },
      {
        name: "leg.cached",
        label: "Loop with prompt cache",
        unit,
        format: "moneyFine",
        formula: cachedLoop("leg.cacheReadPrice", "leg.cacheWritePrice", "leg.outputPrice"),
      },
      {
        name: "leg.cost",
        label: "Cost with retries",
        unit,
        format: "moneyFine",
        formula: "attempts*IF(leg.promptCaching=1,leg.cached,leg.uncached)",
      },
      {
        name: "leg.share",
        label: "Share of inference",
        unit: "fraction",
        format: "percent",
        formula: "IF(SUM(ALL(leg.cost))=0,0,leg.cost/SUM(ALL(leg.cost)))",
      },
    ],
  };
}
