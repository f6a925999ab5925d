import { ABOVE_ZERO, FROM_MINUS_ONE_TO_ONE, FROM_ZERO, SHARE, TAIL, WHOLE_FROM_ONE } from "../calc";
import type { LinesBlock } from "../workbook/sheet-blocks";
import { numberLine } from "./input-line";
import type { Scenario } from "./scenario";

/** How usage is spread between customers, and costs between tasks. */
export function usageBlock({ usage, task }: Scenario): LinesBlock {
  const tasks = "tasks / month";
  return {
    kind: "lines",
    title: "Usage",
    note: "Customer-months of active customers; lognormal",
    lines: [
      numberLine(
        "usageP50",
        "Usage at P50",
        tasks,
        "count",
        usage.p50,
        ABOVE_ZERO,
        "Half of the active customers use less",
      ),
      numberLine(
        "usageP99",
        "Usage at the upper percentile",
        tasks,
        "count",
        usage.p99,
        ABOVE_ZERO,
        "At least the usage at P50",
      ),
      numberLine(
        "usageTail",
        "Percentile that it stands for",
        "0.5 to 1",
        "percent",
        usage.tail,
        TAIL,
      ),
      numberLine(
        "inactiveShare",
        "Inactive customers",
        "fraction",
        "percent",
        usage.inactiveShare,
        { from: 0, below: 1 },
        "They pay base fees and use nothing",
      ),
      numberLine(
        "costSpread",
        "Cost of a task, P99 over P50",
        "ratio",
        "decimal",
        task.costSpread,
        { from: 1 },
        "1: every task costs the same",
      ),
      numberLine(
        "costCorrelation",
        "Correlation of usage and cost per task",
        "-1 to 1",
        "decimal",
        task.costCorrelation,
        FROM_MINUS_ONE_TO_ONE,
      ),
      numberLine(
        "monthCorrelation",
        "Correlation of a customer's months",
        "0 to 1",
        "decimal",
        usage.monthCorrelation,
        SHARE,
      ),
      numberLine(
        "customerCorrelation",
        "Correlation between customers",
        "0 to 1",
        "decimal",
        usage.customerCorrelation,
        SHARE,
        "Decides the stressed portfolio floor",
      ),
      numberLine(
        "termMonths",
        "Contract term",
        "months",
        "count",
        usage.termMonths,
        WHOLE_FROM_ONE,
      ),
      numberLine(
        "allowanceMonths",
        "Months that an allowance runs",
        "months",
        "count",
        usage.allowanceMonths,
        WHOLE_FROM_ONE,
      ),
      numberLine(
        "fairUseCap",
        "Fair-use cap",
        tasks,
        "count",
        usage.fairUseCap,
        FROM_ZERO,
        "Tried out on the sheet Usage tail",
      ),
    ],
  };
}
