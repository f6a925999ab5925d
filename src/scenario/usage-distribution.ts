import type { LinesBlock } from "../workbook/sheet-blocks";

/**
 * The lognormal usage of a customer, step by step: `usage.sigma`, `usage.median`, `usage.mu`,
 * `usage.activeMean`, `usage.mean`, `usage.upper` and `costFactor`. Where usage is stated per
 * seat, a customer is the sum of its seats (Fenton-Wilkinson).
 */
export function distributionBlock(): LinesBlock {
  const tasks = "tasks / month";
  const sums = 'AND(usagePer="seat",seats>1)';
  return {
    kind: "lines",
    title: "Distribution of usage",
    note: "Lognormal; of active customers unless it says otherwise",
    lines: [
      {
        name: "usage.zTail",
        label: "z of the upper percentile",
        unit: "deviations",
        format: "decimal",
        formula: "NORM.S.INV(usageTail)",
      },
      {
        name: "usage.statedSigma",
        label: "Sigma as stated",
        unit: "of LN(usage)",
        format: "decimal",
        formula: "IF(usageP99<usageP50,#NUM!,LN(usageP99/usageP50)/usage.zTail)",
      },
      {
        name: "usage.growthOfVariance",
        label: "Variance over squared mean, as stated",
        unit: "ratio",
        format: "decimal",
        formula: "EXP(usage.statedSigma^2)-1",
      },
      {
        name: "usage.sigma",
        label: "Sigma of a customer",
        unit: "of LN(usage)",
        format: "decimal",
        formula: `IF(${sums},SQRT(LN(1+usage.growthOfVariance*(1+(seats-1)*seatCorrelation)/seats)),usage.statedSigma)`,
      },
      {
        name: "usage.activeMean",
        label: "Mean of active customers",
        unit: tasks,
        format: "count",
        formula: `IF(${sums},seats,1)*usageP50*EXP(usage.statedSigma^2/2)`,
      },
      {
        name: "usage.median",
        label: "Median of active customers",
        unit: tasks,
        format: "count",
        formula: `IF(${sums},usage.activeMean/EXP(usage.sigma^2/2),usageP50)`,
      },
      {
        name: "usage.mu",
        label: "Mu",
        unit: "LN(tasks)",
        format: "decimal",
        formula: "LN(usage.median)",
      },
      {
        name: "usage.upper",
        label: "Usage at the upper percentile",
        unit: tasks,
        format: "count",
        formula: `IF(${sums},usage.median*EXP(usage.sigma*usage.zTail),usageP99)`,
      },
      {
        name: "usage.mean",
        label: "Mean of all customers",
        unit: tasks,
        format: "count",
        formula: "(1-inactiveShare)*usage.activeMean",
        isResult: true,
      },
      {
        name: "usage.variance",
        label: "Variance over all customers",
        unit: "tasks squared",
        format: "count",
        formula: "(1-inactiveShare)*usage.activeMean^2*(EXP(usage.sigma^2)-1+inactiveShare)",
      },
      {
        name: "cost.sigma",
        label: "Sigma of the cost of a task",
        unit: "of LN(cost)",
        format: "decimal",
        formula: "LN(costSpread)/usage.zTail",
      },
      {
        name: "costFactor",
        label: "Cost of the average task over that of the average customer",
        unit: "factor",
        format: "decimal",
        formula: "EXP(costCorrelation*usage.sigma*cost.sigma)",
        note: "Above 1 where heavy users run dearer tasks",
      },
    ],
  };
}
