import type {
  Axis,
  ChartsBlock,
  GridBlock,
  LinesBlock,
  SheetDescription,
} from "../workbook/sheet-blocks";
import { bridgeChart, bridgeGrid } from "./levers-bridge";
import { LEVERS, subsetGrid } from "./levers-cases";
import { modelCosts, otherModels } from "./levers-models";
import type { Scenario } from "./scenario";

const LEVER_AXIS: Axis = {
  id: "lever",
  heading: "Lever",
  keys: LEVERS.map(({ key, label }) => ({ key, label })),
};

function leverTable(): GridBlock {
  const today = 'AT(subset.inference,"subset0")';
  const saving = `IF(${today}=0,0,1-INDEX(ALL(subset.inference),lever.row)/${today})`;
  const spared = "IF(breakEven.spared=0,0,lever.hitRate-lever.lookupCost/breakEven.spared)";
  return {
    kind: "grid",
    title: "Each lever",
    note: "Alone, and as its part of all together (Shapley: the same whatever the order); never the sum of the rates",
    axis: LEVER_AXIS,
    direction: "down",
    items: [
      {
        name: "lever.row",
        label: "Row of the lever alone",
        format: "general",
        fixed: LEVERS.map((_, i) => 2 ** i + 1),
      },
      {
        name: "lever.marginAlone",
        label: "Blended margin, this lever alone",
        unit: "of revenue",
        format: "percent",
        formula: "INDEX(ALL(subset.margin),lever.row)",
      },
      {
        name: "lever.pointsAlone",
        label: "Change, alone",
        unit: "points",
        format: "percent",
        formula:
          'IF(AND(ISNUMBER(lever.marginAlone),ISNUMBER(before.margin)),lever.marginAlone-before.margin,"no revenue")',
      },
      {
        name: "lever.touched",
        label: "Saved of the cost that it touches",
        unit: "of that cost",
        format: "percent",
        formula: `CHOOSE(lever.number,${saving},${spared},${saving},${saving},0)`,
      },
      {
        name: "lever.cogsSaved",
        label: "COGS saved, alone",
        unit: "of COGS",
        format: "percent",
        formula: "IF(before.cogs=0,0,1-INDEX(ALL(subset.cogs),lever.row)/before.cogs)",
      },
      {
        name: "lever.yearAlone",
        label: "Gross profit, alone",
        unit: "per year",
        format: "moneyWhole",
        formula:
          '(INDEX(ALL(subset.grossProfit),lever.row)-AT(subset.grossProfit,"subset0"))*monthsPerYear',
      },
      {
        name: "lever.points",
        label: "Part of all together",
        unit: "points",
        format: "percent",
        formula: `IF(lever.known=1,CHOOSE(lever.number,${LEVERS.map(({ key }) => `SUM(ALL(subset.gain.${key}))`).join(",")}),"no revenue")`,
        isResult: true,
      },
      {
        name: "lever.number",
        label: "Number",
        format: "general",
        fixed: LEVERS.map((_, i) => i + 1),
      },
    ],
  };
}

function beforeAfter(money: string): LinesBlock {
  return {
    kind: "lines",
    title: "Before and after",
    lines: [
      {
        name: "before.margin",
        label: "Blended margin today",
        unit: "of revenue",
        format: "percent",
        formula: 'AT(subset.margin,"subset0")',
        isResult: true,
      },
      {
        name: "after.margin",
        label: "Blended margin with all levers",
        unit: "of revenue",
        format: "percent",
        formula: 'AT(subset.margin,"subset31")',
        isResult: true,
      },
      {
        name: "before.cogs",
        label: "COGS per customer today",
        unit: money,
        format: "money",
        formula: 'AT(subset.cogs,"subset0")',
      },
      {
        name: "after.cogs",
        label: "COGS per customer with all levers",
        unit: money,
        format: "money",
        formula: 'AT(subset.cogs,"subset31")',
      },
      {
        name: "before.profit",
        label: "Gross profit per customer today",
        unit: money,
        format: "money",
        formula: 'AT(subset.profit,"subset0")',
      },
      {
        name: "after.profit",
        label: "Gross profit per customer with all levers",
        unit: money,
        format: "money",
        formula: 'AT(subset.profit,"subset31")',
      },
      {
        name: "lever.tie",
        label: "Parts and total differ by",
        unit: "points",
        format: "residual",
        formula: "IF(lever.known=1,SUM(ALL(lever.points))-(after.margin-before.margin),0)",
        note: "Checked to be 0",
      },
    ],
  };
}

function breakEvens(): LinesBlock {
  return {
    kind: "lines",
    title: "From where on each lever pays",
    lines: [
      {
        name: "breakEven.spared",
        label: "Response cache: cost that a hit spares",
        unit: "per task",
        format: "moneyFine",
        formula: "model.today+cost.retrieval+cost.rerank+cost.tools+cost.compute",
      },
      {
        name: "breakEven.hitRate",
        label: "Response cache: hit rate",
        unit: "fraction",
        format: "percent",
        formula:
          'IF(breakEven.spared<=lever.lookupCost,"never",RESPONSECACHEBREAKEVEN(breakEven.spared,lever.lookupCost))',
      },
      {
        name: "breakEven.routed",
        label: "Routing: share to the small model",
        unit: "fraction",
        format: "percent",
        formula:
          'IF(model.today-model.small-lever.escalationRate*model.today<=lever.routerCost,"never",lever.routerCost/(model.today-model.small-lever.escalationRate*model.today))',
      },
      {
        name: "breakEven.tasks",
        label: "Distillation: tasks of the company",
        unit: "tasks / month",
        format: "count",
        formula:
          'IF(model.today<=model.student,"never",student.monthly/(model.today-model.student))',
      },
      {
        name: "company.tasks",
        label: "Tasks of the company today",
        unit: "tasks / month",
        format: "count",
        formula: "INDEX(ALL(tariff.customers),focus)*INDEX(ALL(tariff.meanUsage),focus)",
      },
    ],
  };
}

function bridgeBlock(): ChartsBlock {
  return { kind: "charts", rows: 18, charts: [{ ...bridgeChart("bridge"), columns: 5 }] };
}

/** What each lever brings, alone and together. */
export function leversSheet(scenario: Scenario): SheetDescription {
  const money = `${scenario.product.priceCurrency} / month`;
  return {
    id: "levers",
    name: "Levers",
    title: "Levers",
    subtitle: "Savings act on the cost that they touch and multiply; their rates never add up.",
    blocks: [
      beforeAfter(money),
      leverTable(),
      bridgeBlock(),
      breakEvens(),
      modelCosts(scenario),
      otherModels(scenario),
      bridgeGrid(),
      subsetGrid(scenario),
    ],
    widths: { label: 53, unit: 18, others: 17 },
    frozenColumns: 1,
    print: { landscape: true },
    role: "calculation",
  };
}
