import { SHARE } from "../../calc";
import type { Block, GridBlock, Item, Line, SheetDescription } from "../../workbook/sheet-blocks";
import type { ProfitBridge } from "../variance/profit-bridge";
import { stepsGrid } from "./budget-steps";
import { currencyFormat, type CurrencyFormat } from "./currency-format";
import { waterfallChart } from "./waterfall";

/** A gap of less than half a cent is rounding. */
const ROUNDING = 0.005;

function resultLines(bridge: ProfitBridge, { currency, money }: CurrencyFormat): Line[] {
  return [
    {
      name: "budget.difference",
      label: "Change in gross profit",
      unit: currency,
      format: money,
      formula: 'AT(period.grossProfit,"second")-AT(period.grossProfit,"first")',
      isResult: true,
    },
    {
      name: "budget.revenueShare",
      label: "Share of revenue that follows tasks",
      unit: "fraction",
      format: "percent",
      input: 0,
      allowed: { numbers: SHARE },
      note: "0 for seats, 100% for metered tariffs: what more tasks bring is no rise of prices",
    },
    {
      name: "budget.check",
      label: "Steps less change",
      unit: "must be 0",
      format: "residual",
      formula: "SUM(ALL(budget.step))-budget.difference",
    },
    {
      name: "budget.light",
      label: "All steps add up, from one period to the other",
      format: "text",
      formula:
        'IF(ABS(budget.check)+ABS(AT(budget.profit,"end")-AT(period.grossProfit,"second"))<=budget.rounding,"OK","Check")',
      isVerdict: true,
    },
    {
      name: "budget.rounding",
      label: "Rounding",
      unit: currency,
      format: "general",
      fixed: ROUNDING,
    },
    {
      name: "budget.incomplete",
      label: "Customers not wholly known, of each period",
      unit: "customers",
      format: "count",
      fixed: bridge.first.incomplete + bridge.second.incomplete,
      note: "Part of their cost or revenue is missing in a period: the steps are off by it",
    },
  ];
}

function periodsGrid(bridge: ProfitBridge, { currency, money, fine }: CurrencyFormat): GridBlock {
  const { first, second, firstTotals, secondTotals } = bridge;
  const fixed = (
    name: string,
    text: string,
    unit: string,
    format: Item["format"],
    values: readonly [number, number],
  ): Item => ({ name: `period.${name}`, label: text, unit, format, fixed: values });
  const formula = (
    name: string,
    text: string,
    unit: string,
    format: Item["format"],
    formulaText: string,
  ): Item => ({ name: `period.${name}`, label: text, unit, format, formula: formulaText });
  return {
    kind: "grid",
    title: "The two periods",
    axis: {
      id: "budgetPeriods",
      heading: "Period",
      keys: [
        { key: "first", label: first.label },
        { key: "second", label: second.label },
      ],
    },
    direction: "across",
    items: [
      fixed("months", "Customer-months", "months", "count", [
        firstTotals.months,
        secondTotals.months,
      ]),
      fixed("tasks", "Tasks", "tasks", "count", [firstTotals.tasks, secondTotals.tasks]),
      fixed("revenue", "Revenue", currency, money, [firstTotals.revenue, secondTotals.revenue]),
      fixed("inference", "Inference", currency, money, [
        firstTotals.inference,
        secondTotals.inference,
      ]),
      fixed("other", "Other COGS and what names nobody", currency, money, [
        first.other,
        second.other,
      ]),
      fixed("rate", "Exchange rate", "per unit billed", "general", [
        first.exchangeRate,
        second.exchangeRate,
      ]),
      {
        ...formula(
          "grossProfit",
          "Gross profit",
          currency,
          money,
          "period.revenue-period.inference-period.other",
        ),
        isResult: true,
      },
      formula(
        "margin",
        "Gross margin",
        "of revenue",
        "percent",
        'IF(period.revenue>0,period.grossProfit/period.revenue,"-")',
      ),
      formula(
        "price",
        "Revenue per customer-month",
        currency,
        money,
        "period.revenue/period.months",
      ),
      formula(
        "tasksEach",
        "Tasks per customer-month",
        "tasks",
        "decimal",
        "period.tasks/period.months",
      ),
      formula("taskCost", "Inference per task", currency, fine, "period.inference/period.tasks"),
    ],
  };
}

/** Says which of the periods is no whole one; nothing where both are. */
function cutNote({ first, second }: ProfitBridge): Block[] {
  const lines = [first, second]
    .filter(({ isCut }) => isCut)
    .map(({ label }) => ({
      text: `Usage covers a part of ${label} alone: its tasks and cost are too low for a comparison.`,
      style: "caption" as const,
    }));
  return lines.length === 0 ? [] : [{ kind: "text", lines }];
}

/**
 * Budget against actual, or one period against another: the change in gross profit by what
 * brought it about, which adds up exactly. The parts are imported; sums, steps and the share of
 * revenue that follows tasks are live.
 */
export function budgetSheet(bridge: ProfitBridge, currency: string): SheetDescription {
  const formats = currencyFormat(currency);
  const steps = stepsGrid(bridge, formats);
  const blocks: Block[] = [
    { kind: "lines", title: "Result", lines: resultLines(bridge, formats) },
    ...cutNote(bridge),
    periodsGrid(bridge, formats),
    {
      kind: "charts",
      rows: 18,
      charts: [
        {
          ...waterfallChart(
            "budget",
            `Gross profit: ${bridge.first.label} to ${bridge.second.label}`,
            formats.whole,
            "Gross profit",
          ),
          columns: 8,
        },
      ],
    },
    steps.shown,
    steps.working,
  ];
  return {
    id: "budget",
    name: "Budget vs actual",
    title: "Budget vs actual",
    subtitle: `${bridge.first.label} against ${bridge.second.label}; amounts in ${currency}`,
    blocks,
    widths: { label: 40, unit: 16, others: 16, columns: { 5: 52 } },
    frozenColumns: 1,
    print: { landscape: true, onePage: true },
    role: "output",
  };
}
