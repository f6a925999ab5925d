import { ANY, BELOW_ONE, FROM_ZERO } from "../../calc";
import type { Line, LinesBlock } from "../../workbook/sheet-blocks";
import type { TableSource } from "./table-source";

/** Limits of investors' bands, unless the user sets others. */
const LIMITS = { flagBelow: 0.4, healthyFrom: 0.55, saasFrom: 0.75 } as const;

function otherCogsLines({ report, formats }: TableSource): Line[] {
  const other = report.terms.otherCogs;
  if (other === null) return [];
  const { currency } = formats;
  const from = other.from === undefined ? undefined : `From ${other.from}`;
  const line = (
    name: string,
    label: string,
    unit: string,
    format: Line["format"],
    input: number,
    note?: string,
  ): Line => ({
    name: `otherCogs.${name}`,
    label,
    unit,
    format,
    input,
    allowed: { numbers: FROM_ZERO },
    ...(note !== undefined && { note }),
  });
  return [
    line("task", "Other COGS per task", `${currency} / task`, formats.fine, other.perTask, from),
    line(
      "customer",
      "Other COGS per customer",
      `${currency} / month`,
      formats.money,
      other.perCustomerMonth,
      "For each month with usage or revenue",
    ),
    line(
      "share",
      "Other COGS, share of revenue",
      "fraction",
      "percent",
      other.revenueShare,
      "Such as payment fees",
    ),
  ];
}

function limitLine(key: keyof typeof LIMITS, label: string): Line {
  return {
    name: key,
    label,
    unit: "fraction",
    format: "percent",
    input: LIMITS[key],
    allowed: { numbers: ANY },
    note: "For the blended margin alone",
  };
}

/** What the reader may change: target, limits and other cost. */
export function targetLines(source: TableSource): LinesBlock {
  const { report, knowsOtherCogs } = source;
  return {
    kind: "lines",
    title: "Targets and other cost",
    ...(!knowsOtherCogs && {
      note: "Other COGS were not given: margins are after inference, and have no band",
    }),
    lines: [
      {
        name: "targetMargin",
        label: "Target margin of a customer",
        unit: "fraction",
        format: "percent",
        input: report.terms.targetMargin,
        allowed: { numbers: BELOW_ONE },
      },
      ...otherCogsLines(source),
      ...(knowsOtherCogs
        ? [
            limitLine("flagBelow", "Investors flag a margin below"),
            limitLine("healthyFrom", "Healthy from"),
            limitLine("saasFrom", "SaaS-like from"),
          ]
        : []),
      {
        name: "months",
        label: "Months that the usage covers wholly",
        unit: "months",
        format: "count",
        fixed: report.wholeMonths.length,
        note: "The trend is of these",
      },
      {
        name: "slack",
        label: "Slack in comparing margins",
        unit: "fraction",
        format: "general",
        fixed: 1e-9,
        note: "Doubles miss 55% by a hair",
      },
      {
        name: "tieBreak",
        label: "Step between equal amounts in an order",
        unit: source.formats.currency,
        format: "general",
        fixed: 1e-9,
      },
    ],
  };
}
