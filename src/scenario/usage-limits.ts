import type { Line, LinesBlock } from "../workbook/sheet-blocks";

/** The margin of the tariff in focus at another mean usage, its revenue held. */
function held(name: string, label: string, mean: string): Line {
  return {
    name,
    label,
    unit: "of revenue",
    format: "percent",
    formula: `IF(held.revenue=0,"no revenue",IF(ISNUMBER(${mean}),1-(${mean}*held.perTask+held.other)/held.revenue,"without limit"))`,
    note: "Revenue held",
  };
}

/** How uncertain the tail is: the upper percentile halved and doubled, and a Pareto tail. */
export function limitsBlock(money: string): LinesBlock {
  const top = 'AT(tail.heavier,"P95")';
  return {
    kind: "lines",
    title: "Do these match your data?",
    note: "A lognormal with the given P50 and upper percentile implies them",
    lines: [
      {
        name: "implied.p90",
        label: "Usage at P90",
        unit: "tasks / month",
        format: "count",
        formula: 'AT(tail.usage,"P90")',
      },
      {
        name: "implied.top5",
        label: "Share of the heaviest 5%",
        unit: "of all usage",
        format: "percent",
        formula: `TOPSHARE(usage.median,usage.upper,${top},usageTail,inactiveShare)`,
      },
      {
        name: "stress.factor",
        label: "Heaviest usage half or double as high",
        unit: "factor",
        format: "decimal",
        input: 2,
        allowed: { numbers: { from: 1 } },
      },
      {
        name: "stress.low",
        label: "Mean usage if the tail is lighter",
        unit: "tasks / month",
        format: "count",
        formula:
          "USAGEMEAN(usage.median,MAX(usage.median,usage.upper/stress.factor),usageTail,inactiveShare)",
      },
      {
        name: "stress.high",
        label: "Mean usage if the tail is heavier",
        unit: "tasks / month",
        format: "count",
        formula: "USAGEMEAN(usage.median,usage.upper*stress.factor,usageTail,inactiveShare)",
      },
      {
        name: "held.revenue",
        label: "Revenue that is held",
        unit: money,
        format: "money",
        formula: "INDEX(ALL(tariff.revenue),focus)",
        note: "Of the tariff in focus",
      },
      {
        name: "held.perTask",
        label: "COGS of a task at that mean",
        unit: "per task",
        format: "moneyFine",
        formula: "(1+INDEX(ALL(tariff.usageChange),focus))*unitCost*costFactor",
      },
      {
        name: "held.other",
        label: "COGS whatever the usage, and payment fees",
        unit: money,
        format: "money",
        formula: "fixedPerCustomer+INDEX(ALL(tariff.payment),focus)",
      },
      held("stress.lowMargin", "Blended margin if the tail is lighter", "stress.low"),
      held("stress.highMargin", "Blended margin if the tail is heavier", "stress.high"),
      {
        name: "pareto.alpha",
        label: "Pareto: alpha",
        unit: "exponent",
        format: "decimal",
        formula:
          'IF(usage.upper=usage.median,0,LN((1-AT(tail.percentile,"P50"))/(1-usageTail))/LN(usage.upper/usage.median))',
      },
      {
        name: "pareto.mean",
        label: "Pareto: mean usage of active customers",
        unit: "tasks / month",
        format: "count",
        formula:
          'IF(pareto.alpha=0,usage.activeMean,IF(pareto.alpha<=1,"without limit",usage.median*(1-AT(tail.percentile,"P50"))^(1/pareto.alpha)*pareto.alpha/(pareto.alpha-1)))',
        note: "A stress: without limit where P99 is about 50 times P50 or more",
      },
      {
        name: "pareto.allMean",
        label: "Pareto: mean usage of all customers",
        unit: "tasks / month",
        format: "count",
        formula: 'IF(ISNUMBER(pareto.mean),(1-inactiveShare)*pareto.mean,"without limit")',
      },
      held("pareto.margin", "Pareto: blended margin", "pareto.allMean"),
    ],
  };
}
