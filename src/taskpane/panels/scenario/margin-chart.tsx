import type { Scenario } from "../../../scenario/scenario";
import { COMPARED } from "../../../scenario/percentiles";
import type { Model } from "../../../workbook/model";
import { ChartView } from "../../charts/chart-view";
import type { DrawnChart, VisibleColor } from "../../charts/drawn-chart";

/** As many as there can be tariffs. */
const COLORS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
] as const satisfies VisibleColor[];

interface MarginChartProps {
  readonly scenario: Scenario;
  readonly model: Model;
}

/** Margin of one customer by how much it uses, tariff by tariff. */
export function MarginChart({ scenario, model }: MarginChartProps) {
  const { tariffs, targets } = scenario;
  const chart: DrawnChart = {
    title: "Margin by usage of a customer",
    kind: "line",
    cachedCategories: COMPARED.map(({ label }) => label),
    categoryTitle: "Percentile of usage",
    series: [
      ...tariffs.map(({ name }, tariff) => ({
        label: name,
        color: COLORS[tariff % COLORS.length] ?? "first",
        cached: COMPARED.map(({ key }) => {
          const margin = model.value(`tariff.margin.${key}`, tariff);
          return typeof margin === "number" ? margin : null;
        }),
      })),
      { label: "Target", color: "neutral", cached: COMPARED.map(() => targets.margin) },
    ],
    valueFormat: "percent",
    // One heavy customer would flatten all else.
    from: -1,
    to: 1,
  };
  return <ChartView chart={chart} />;
}
