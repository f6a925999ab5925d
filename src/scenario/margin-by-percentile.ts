import type { Axis, ChartSpec, GridBlock } from "../workbook/sheet-blocks";
import { tariffAxis } from "./axes";
import { COMPARED } from "./percentiles";
import type { Scenario } from "./scenario";

const PERCENTILE_AXIS: Axis = {
  id: "curve",
  heading: "Tariff",
  keys: COMPARED.map(({ key, label }) => ({ key, label })),
};

/** As many as there can be tariffs. */
const COLORS = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;

/** Margin of one customer by usage, a row for each tariff. */
export function curveGrid(scenario: Scenario): GridBlock {
  return {
    kind: "grid",
    title: "Margin of one customer by usage",
    note: "Percentiles of all customers",
    axis: PERCENTILE_AXIS,
    direction: "across",
    items: [
      {
        name: "curve.number",
        label: "Number",
        format: "general",
        fixed: COMPARED.map((_, i) => i + 1),
      },
      ...tariffAxis(scenario).keys.map(({ key, label }) => ({
        name: `curve.${key}`,
        label,
        unit: "of revenue",
        format: "percent" as const,
        formula: `CHOOSE(curve.number,${COMPARED.map(
          (percentile) => `AT(tariff.margin.${percentile.key},"${key}")`,
        ).join(",")})`,
      })),
      {
        name: "curve.target",
        label: "Target",
        unit: "of revenue",
        format: "percent",
        formula: "targetMargin",
      },
    ],
  };
}

/** Its chart: all tariffs against the target. Investors' bands are for blended margins alone. */
export function curveChart(scenario: Scenario, id: string): ChartSpec {
  return {
    id,
    title: "Margin by usage percentile (lower margins are cut off at -100%)",
    kind: "line",
    along: "curve.target",
    series: [
      ...tariffAxis(scenario).keys.map(({ key, label }, i) => ({
        label,
        values: `curve.${key}`,
        color: COLORS[i % COLORS.length] ?? "first",
      })),
      { label: "Target", values: "curve.target", color: "neutral" },
    ],
    valueFormat: "percent",
    valueTitle: "Margin of the customer",
    categoryTitle: "Percentile of usage",
    // One heavy customer would flatten all else.
    from: -1,
    to: 1,
  };
}
