import type { Axis, GridBlock, Line, LinesBlock } from "../workbook/sheet-blocks";
import type { Scenario } from "./scenario";
import { marginOf } from "./tariff-items";

/** Fiscal years that the months can fall in: one more than whole years, as the first may be cut. */
function yearAxis({ growth }: Scenario): Axis {
  const count = Math.ceil(growth.months / 12) + 1;
  return {
    id: "year",
    heading: "Fiscal year",
    keys: Array.from({ length: count }, (_, i) => ({ key: `y${i + 1}`, label: String(i + 1) })),
  };
}

/** Months summed into fiscal years. */
export function yearBlock(scenario: Scenario): GridBlock {
  const axis = yearAxis(scenario);
  const sum = (item: string) => `SUMIF(ALL(forecast.fiscalYear),year.fiscal,ALL(forecast.${item}))`;
  return {
    kind: "grid",
    title: "By fiscal year",
    note: "Sums of the months of the forecast that fall into it; a margin is the sum of profit over the sum of revenue",
    axis,
    direction: "across",
    items: [
      {
        name: "year.number",
        label: "Number",
        format: "general",
        fixed: axis.keys.map((_, i) => i),
      },
      {
        name: "year.fiscal",
        label: "Fiscal year",
        unit: "year",
        format: "general",
        formula: 'AT(forecast.fiscalYear,"m1")+year.number',
      },
      {
        name: "year.months",
        label: "Months of it in the forecast",
        unit: "months",
        format: "count",
        formula: "COUNTIFS(ALL(forecast.fiscalYear),year.fiscal)",
      },
      {
        name: "year.revenue",
        label: "Revenue",
        unit: "per year",
        format: "moneyWhole",
        formula: sum("revenue"),
      },
      {
        name: "year.cogs",
        label: "COGS",
        unit: "per year",
        format: "moneyWhole",
        formula: sum("cogs"),
      },
      {
        name: "year.grossProfit",
        label: "Gross profit",
        unit: "per year",
        format: "moneyWhole",
        formula: "year.revenue-year.cogs",
        isResult: true,
      },
      {
        name: "year.margin",
        label: "Blended margin",
        unit: "of revenue",
        format: "percent",
        formula: marginOf("year.revenue", "year.cogs"),
      },
    ],
  };
}

/** The months in which the margin falls through the limits. */
export function crossingBlock(): LinesBlock {
  const first = (flag: string, item: string) =>
    `IF(SUM(ALL(forecast.${flag}))=0,"none",INDEX(ALL(forecast.${item}),MATCH(1,ALL(forecast.${flag}),0)))`;
  const limit = (name: string, label: string, flag: string): Line[] => [
    {
      name: `crossing.${name}`,
      label: `First month ${label}`,
      unit: "month",
      format: "general",
      formula: first(flag, "month"),
      isResult: true,
    },
    {
      name: `crossing.${name}.date`,
      label: "It ends on",
      unit: "date",
      format: "date",
      formula: first(flag, "periodEnd"),
    },
  ];
  return {
    kind: "lines",
    title: "When a limit is crossed",
    lines: [
      ...limit("target", "below the target", "isBelowTarget"),
      ...limit("healthy", "below healthy", "isUnhealthy"),
      ...limit("flag", "that investors flag", "isFlagged"),
    ],
  };
}
