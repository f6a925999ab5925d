import { calculated, input, result } from "../scenario/cells";
import { layOut } from "../workbook/layout";
import type { SheetPlan } from "../workbook/plan";
import type { ListBlock, SheetSpec, SpecCell, TableBlock, TextBlock } from "../workbook/sheet-spec";

const HEADING: TextBlock = {
  kind: "text",
  lines: [
    { text: "What a customer costs to serve", style: "title" },
    {
      text: "Blue figures on yellow are yours to change; all others follow from them by AIM functions.",
      style: "note",
    },
  ],
};

const PER_TASK = "$ per task";
const PER_MONTH = "$ per customer and month";

/** The token prices are those of a fixed day, so that the figures below stay what they are. */
const TASK: ListBlock = {
  kind: "list",
  title: "One task",
  headings: ["Figure", "Value", "Unit", "Meaning"],
  rows: [
    {
      name: "model",
      label: "Model",
      cell: { kind: "input", value: "claude-sonnet-4-5", format: "text" },
      unit: "",
      note: "Any model of the catalog",
    },
    {
      name: "asOf",
      label: "Prices as of",
      // 2026-01-01 is day 46,023 of Excel's calendar.
      cell: input(46023, "date"),
      unit: "date",
      note: "List prices valid on that day",
    },
    {
      name: "inputTokens",
      label: "Input tokens",
      cell: input(12000, "count"),
      unit: "tokens per task",
      note: "The whole prompt",
    },
    {
      name: "outputTokens",
      label: "Output tokens",
      cell: input(800, "count"),
      unit: "tokens per task",
    },
    {
      name: "tokenCost",
      label: "Token cost",
      // (12,000 x $3 + 800 x $15) / 1,000,000
      cell: calculated(0.048, "moneyFine", ({ at, call }) =>
        call("TOKENCOST", at("model"), at("inputTokens"), at("outputTokens"), "", "", at("asOf")),
      ),
      unit: PER_TASK,
    },
    { name: "retrieval", label: "Retrieval", cell: input(0.004, "moneyFine"), unit: PER_TASK },
    { name: "rerank", label: "Reranking", cell: input(0.002, "moneyFine"), unit: PER_TASK },
    { name: "tools", label: "Tools", cell: input(0.003, "moneyFine"), unit: PER_TASK },
    { name: "compute", label: "Compute", cell: input(0.001, "moneyFine"), unit: PER_TASK },
    {
      name: "hitRate",
      label: "Response cache hit rate",
      cell: input(0.3, "percent"),
      unit: "of tasks",
      note: "Answered from the cache",
    },
    {
      name: "lookup",
      label: "Cache lookup",
      cell: input(0.0002, "moneyFine"),
      unit: PER_TASK,
      note: "Paid on every task",
    },
    {
      name: "costToServe",
      label: "Cost to serve",
      // 0.0002 + 70% x (0.048 + 0.004 + 0.002 + 0.003 + 0.001)
      cell: result(0.0408, "moneyFine", ({ at, call }) =>
        call(
          "COSTTOSERVE",
          ...["tokenCost", "retrieval", "rerank", "tools", "compute", "hitRate", "lookup"].map(at),
        ),
      ),
      unit: PER_TASK,
    },
  ],
};

const CUSTOMER: ListBlock = {
  kind: "list",
  title: "One customer",
  headings: ["Figure", "Value", "Unit", "Meaning"],
  rows: [
    {
      name: "p50",
      label: "Usage at P50",
      cell: input(400, "count"),
      unit: "tasks per month",
      note: "Half of the customers use less",
    },
    {
      name: "p99",
      label: "Usage at P99",
      cell: input(6000, "count"),
      unit: "tasks per month",
      note: "One in a hundred uses more",
    },
    { name: "fixed", label: "Fixed cost", cell: input(9, "money"), unit: PER_MONTH },
    { name: "price", label: "Flat price", cell: input(99, "money"), unit: PER_MONTH },
    { name: "target", label: "Target margin", cell: input(0.6, "percent"), unit: "of revenue" },
  ],
};

type Row = TableBlock["rows"][number];

/** A customer's month: cost to serve, margin and the price that keeps the target. */
function month(
  name: string,
  label: string,
  usage: SpecCell,
  [cogs, margin, floor]: readonly [number, number, number],
): Row {
  return {
    name,
    label,
    cells: [
      usage,
      calculated(
        cogs,
        "money",
        ({ at }) => `${at(`${name}.usage`)}*${at("costToServe")}+${at("fixed")}`,
      ),
      result(margin, "percent", ({ at, call }) =>
        call("GROSSMARGIN", at("price"), at(`${name}.cogs`)),
      ),
      calculated(floor, "money", ({ at, call }) =>
        call("PRICEFLOOR", at(`${name}.cogs`), at("target")),
      ),
    ],
  };
}

const MONTH: TableBlock = {
  kind: "table",
  title: "What the flat price leaves in a month",
  corner: "Customer",
  columns: [
    { name: "usage", heading: "Usage" },
    { name: "cogs", heading: "Cost to serve" },
    { name: "margin", heading: "Gross margin" },
    { name: "floor", heading: "Price floor" },
  ],
  rows: [
    // 400 x 0.0408 + 9 = 25.32; 1 - 25.32 / 99; 25.32 / 40%
    month(
      "median",
      "Median (P50)",
      calculated(400, "count", ({ at }) => at("p50")),
      [25.32, 0.7442424242424243, 63.3],
    ),
    // The mean of a lognormal: 400 x EXP((LN(6000 / 400) / NORM.S.INV(0.99))^2 / 2)
    month(
      "average",
      "Average",
      calculated(787.6101645220867, "count", ({ at, call }) =>
        call("USAGEMEAN", at("p50"), at("p99")),
      ),
      [41.134494712501144, 0.5845000534090794, 102.83623678125285],
    ),
    // 6,000 x 0.0408 + 9 = 253.8; 1 - 253.8 / 99; 253.8 / 40%
    month(
      "heavy",
      "Heavy (P99)",
      calculated(6000, "count", ({ at }) => at("p99")),
      [253.8, -1.5636363636363637, 634.5],
    ),
  ],
};

const SAMPLE: SheetSpec = {
  name: "Cost to serve",
  columnWidths: [28, 20, 24, 30, 14],
  blocks: [HEADING, TASK, CUSTOMER, MONTH],
};

/** The sheet that the preview opens with: from tokens to margins, by the add-in's functions. */
export function sampleSheet(): SheetPlan {
  return layOut(SAMPLE, "AIM");
}
