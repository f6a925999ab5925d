import type {
  Axis,
  ChartsBlock,
  GridBlock,
  Item,
  LinesBlock,
  SheetDescription,
} from "../workbook/sheet-blocks";
import { legCostBlock } from "./cost-legs";
import { partsBlock, partTable } from "./cost-parts";
import { totalsBlock } from "./cost-totals";
import { policyTexts } from "./policy-texts";
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
        name: "level.number",
        label: "Number",
        format: "general",
        fixed: LEVEL_AXIS.keys.map((_, i) => i + 1),
      },
      {
        name: "level.usage",
        label: "Usage",
        unit: "tasks / month",
        format: "count",
        formula: "CHOOSE(level.number,usageAt.p50,usage.mean,usageAt.p90,usageAt.p99)",
      },
      {
        name: "level.factor",
        label: "Cost of its tasks over the average",
        unit: "factor",
        format: "decimal",
        formula: "CHOOSE(level.number,1,costFactor,1,1)",
        note: "Above 1 in the mean where heavy users run dearer tasks",
      },
      of("level.inference", "Inference", "level.usage*level.factor*unit.inference"),
      of("level.other", "Other parts of tasks", "level.usage*level.factor*unit.other"),
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

function partsChart(): ChartsBlock {
  return {
    kind: "charts",
    rows: 20,
    charts: [
      {
        id: "taskParts",
        title: "What a task costs, part by part",
        kind: "bar",
        along: "part.cost",
        series: [{ label: "Cost per task", values: "part.cost", color: "first" }],
        valueFormat: "moneyFine",
        valueTitle: "Cost per task",
        columns: 4,
      },
    ],
  };
}

function unitsBlock(): LinesBlock {
  return {
    kind: "lines",
    isWorking: true,
    title: "Units",
    lines: [
      {
        name: "tokensPerMillion",
        label: "Tokens that a price is for",
        unit: "tokens",
        format: "count",
        fixed: 1e6,
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
      legCostBlock(scenario),
      partTable(),
      partsChart(),
      totalsBlock(scenario),
      levelsBlock(scenario),
      ...policyTexts(),
      unitsBlock(),
    ],
    widths: { label: 40, unit: 16, others: 15 },
    print: { landscape: false },
    role: "calculation",
  };
}
