import { BAND_LIMIT, BELOW_ONE, type Domain, FROM_ZERO } from "../../calc";
import type { Line } from "../../workbook/sheet-blocks";
import type { BacktestSource } from "./backtest-source";

function input(
  name: string,
  label: string,
  format: Line["format"],
  value: number,
  numbers: Domain,
  note?: string,
): Line {
  return {
    name: `replay.${name}`,
    label,
    unit: name === "shockFactor" ? "times" : "fraction",
    format,
    input: value,
    allowed: { numbers },
    ...(note !== undefined && { note }),
  };
}

/** What the reader may change, and what comparisons need. */
export function termLines({
  targetMargin,
  costShareOfRevenue,
  knowsOtherCogs,
}: BacktestSource): Line[] {
  return [
    input("target", "Target margin of a customer", "percent", targetMargin, BELOW_ONE),
    input(
      "feeShare",
      "Cost that is a share of revenue",
      "percent",
      costShareOfRevenue,
      { from: 0, below: 1 },
      "Such as payment fees; it follows each tariff",
    ),
    input(
      "shockFactor",
      "Bill shock: paying more than",
      "decimal",
      1.5,
      FROM_ZERO,
      "Times what the customer pays now",
    ),
    ...(knowsOtherCogs
      ? [
          input("flagBelow", "Investors flag a margin below", "percent", 0.4, BAND_LIMIT),
          input("healthyFrom", "Healthy from", "percent", 0.55, BAND_LIMIT),
          input("saasFrom", "SaaS-like from", "percent", 0.75, BAND_LIMIT),
        ]
      : []),
    {
      name: "replay.slack",
      label: "Slack in comparing margins",
      unit: "fraction",
      format: "general",
      fixed: 1e-9,
    },
    {
      name: "replay.cent",
      label: "Amounts that differ by less are equal",
      unit: "currency",
      format: "general",
      fixed: 0.005,
    },
  ];
}
