import { createModel } from "../workbook/model";
import type { SheetPlan } from "../workbook/plan";
import type { Block, Line, SheetDescription } from "../workbook/sheet-blocks";
import { planWorkbook } from "../workbook/workbook-plan";

const ID = "sample";
const NAME = "Sample";

const COST = { unit: "$ per task", format: "moneyFine" } as const;
const AMOUNT = { unit: "$ per month", format: "money" } as const;
const TOKENS = { unit: "tokens per task", format: "count" } as const;
const TASKS = { unit: "tasks per month", format: "count" } as const;

const MARGIN: Line[] = [
  {
    name: "meanUsage",
    label: "Mean usage",
    ...TASKS,
    formula: "USAGEMEAN(usage.median,usage.heavy)",
    note: "Above the median: a few use very much",
  },
  {
    name: "blendedMargin",
    label: "Blended margin",
    unit: "of revenue",
    format: "percent",
    formula: "GROSSMARGIN(price,meanUsage*costToServe+fixedCost)",
    note: "Of all customers together",
    isResult: true,
  },
  {
    name: "band",
    label: "Band",
    unit: "",
    format: "text",
    formula: "MARGINBAND(blendedMargin)",
    isVerdict: true,
  },
];

const CUSTOMERS: Block = {
  kind: "grid",
  title: "One customer, by usage",
  axis: {
    id: "level",
    heading: "Customer at",
    keys: [
      { key: "p50", label: "P50" },
      { key: "p90", label: "P90" },
      { key: "p99", label: "P99" },
    ],
  },
  direction: "across",
  items: [
    {
      name: "level.percentile",
      label: "Customers who use less",
      unit: "of all",
      format: "percent",
      fixed: [0.5, 0.9, 0.99],
    },
    {
      name: "level.usage",
      label: "Usage",
      ...TASKS,
      formula: "USAGEAT(usage.median,usage.heavy,level.percentile)",
    },
    {
      name: "level.cost",
      label: "Cost to serve",
      ...AMOUNT,
      formula: "level.usage*costToServe+fixedCost",
    },
    {
      name: "level.margin",
      label: "Gross margin",
      unit: "of revenue",
      format: "percent",
      formula: "GROSSMARGIN(price,level.cost)",
      isResult: true,
    },
    {
      name: "level.floor",
      label: "Price floor",
      ...AMOUNT,
      formula: "PRICEFLOOR(level.cost,target)",
    },
  ],
};

const TARIFF: Line[] = [
  { name: "price", label: "Flat price", ...AMOUNT, input: 99 },
  { name: "fixedCost", label: "Fixed cost", ...AMOUNT, input: 9 },
  {
    name: "target",
    label: "Target margin",
    unit: "of revenue",
    format: "percent",
    input: 0.6,
    note: "The price floor keeps it",
  },
  { name: "usage.median", label: "Usage at P50", ...TASKS, input: 400 },
  { name: "usage.heavy", label: "Usage at P99", ...TASKS, input: 6000 },
];

const TASK: Line[] = [
  { name: "model", label: "Model", unit: "", format: "text", input: "claude-sonnet-4-5" },
  {
    name: "pricesAsOf",
    label: "Prices as of",
    unit: "date",
    format: "date",
    // 2026-01-01 is day 46,023 of Excel's calendar; a fixed day keeps the figures what they are.
    input: 46023,
    note: "List prices valid on that day",
  },
  { name: "inputTokens", label: "Input tokens", ...TOKENS, input: 12000, note: "The whole prompt" },
  { name: "outputTokens", label: "Output tokens", ...TOKENS, input: 800 },
  {
    name: "tokenCost",
    label: "Token cost",
    ...COST,
    formula: "TOKENCOST(model,inputTokens,outputTokens,,,pricesAsOf)",
  },
  { name: "retrieval", label: "Retrieval", ...COST, input: 0.004 },
  { name: "rerank", label: "Reranking", ...COST, input: 0.002 },
  { name: "tools", label: "Tools", ...COST, input: 0.003 },
  { name: "compute", label: "Compute", ...COST, input: 0.001 },
  {
    name: "hitRate",
    label: "Response cache hit rate",
    unit: "of tasks",
    format: "percent",
    input: 0.3,
  },
  { name: "lookup", label: "Cache lookup", ...COST, input: 0.0002, note: "Paid on every task" },
  {
    name: "costToServe",
    label: "Cost to serve",
    ...COST,
    formula: "COSTTOSERVE(tokenCost,retrieval,rerank,tools,compute,hitRate,lookup)",
    isResult: true,
  },
];

const SAMPLE: SheetDescription = {
  id: ID,
  name: NAME,
  title: "From tokens to margin",
  subtitle:
    "Blue figures on yellow are yours to change; all others follow from them by AIM functions.",
  role: "output",
  widths: { label: 28, unit: 17, others: 18 },
  print: { landscape: false, onePage: true },
  blocks: [
    { kind: "lines", title: "What a flat price leaves", lines: MARGIN },
    CUSTOMERS,
    { kind: "lines", title: "Price and usage", lines: TARIFF },
    { kind: "lines", title: "One task", lines: TASK },
  ],
};

/** The sheet that the preview opens with: from tokens to margins, by the add-in's functions. */
export function sampleSheets(): readonly SheetPlan[] {
  const names = new Map([[ID, NAME]]);
  return planWorkbook(createModel([SAMPLE]), names, "AIM", ID).sheets;
}
