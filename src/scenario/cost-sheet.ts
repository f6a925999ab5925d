import type {
  Axis,
  GridBlock,
  Item,
  Line,
  LinesBlock,
  SheetDescription,
} from "../workbook/sheet-blocks";
import { legAxis, PART_AXIS } from "./axes";
import type { Scenario } from "./scenario";

/** Levels of usage at which a customer-month is taken apart. */
const LEVEL_AXIS: Axis = {
  id: "level",
  heading: "Customer-month at",
  keys: [
    { key: "p50", label: "P50" },
    { key: "mean", label: "Mean" },
    { key: "p90", label: "P90" },
    { key: "p99", label: "P99" },
  ],
};

function priceOf(kind: string): string {
  return `INDEX(ALL(prices.${kind}),MATCH(leg.model,ALL(prices.model),0))`;
}

/** Each model's tokens and cost over its loop. */
function legsBlock(scenario: Scenario): GridBlock {
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
        formula: `AGENTCOST(${loop},leg.outputPerCall,leg.inputPrice,leg.outputPrice,leg.cacheReadPrice,leg.cacheWritePrice,lever.missRate)`,
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

/** What each part of a task costs; its order is that of the policy table. */
function partsBlock(scenario: Scenario): LinesBlock {
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

function partTable(): GridBlock {
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

/** What enters every margin: per task and per customer, in the currency of prices. */
function totalsBlock({ product }: Scenario): LinesBlock {
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
        name: "fixed.platform",
        label: "Platform cost per customer",
        unit: month,
        format: "money",
        formula: 'platformCost*exchangeRate/customers*AT(policy.cogs,"platform")',
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

/** A customer-month at several levels of usage, part by part. */
function levelsBlock({ product }: Scenario): GridBlock {
  const unit = `${product.priceCurrency} / month`;
  const of = (name: string, label: string, formula: string): Item => ({
    name,
    label,
    unit,
    format: "money",
    formula,
  });
  return {
    kind: "grid",
    title: "A customer-month",
    note: "COGS at typical, expected and heavy usage",
    axis: LEVEL_AXIS,
    direction: "across",
    items: [
      {
        name: "level.percentile",
        label: "Percentile of all customers",
        unit: "fraction",
        format: "percent",
        fixed: [0.5, null, 0.9, 0.99],
        note: "Blank: the mean",
      },
      {
        name: "level.usage",
        label: "Usage",
        unit: "tasks / month",
        format: "count",
        formula:
          "IF(level.percentile=0,usage.mean,USAGEAT(usage.median,usage.upper,level.percentile,usageTail,inactiveShare))",
      },
      of("level.inference", "Inference", "level.usage*unit.inference"),
      of("level.other", "Other parts of tasks", "level.usage*unit.other"),
      of("level.fixed", "Whatever the usage", "fixedPerCustomer"),
      {
        ...of("level.cogs", "COGS before payment fees", "SUM(level.inference:level.fixed)"),
        isResult: true,
      },
      {
        name: "level.perUnit",
        label: "COGS per billed unit",
        unit: `${product.priceCurrency} / unit`,
        format: "moneyFine",
        formula:
          "IF(level.usage=0,0,level.cogs/(level.usage*INDEX(ALL(tariff.unitsPerTask),focus)))",
        note: "Of the tariff in focus",
      },
    ],
  };
}

/** What a task and a customer cost to serve. */
export function costSheet(scenario: Scenario): SheetDescription {
  return {
    id: "cost",
    name: "Cost to serve",
    title: "Cost to serve",
    subtitle: "One task taken apart, then a customer-month.",
    blocks: [
      partsBlock(scenario),
      legsBlock(scenario),
      partTable(),
      totalsBlock(scenario),
      levelsBlock(scenario),
    ],
    widths: { label: 40, unit: 16, others: 15 },
    print: { landscape: false },
    role: "calculation",
  };
}
