import { inLegend } from "../../workbook/chart-legend";
import { type DrawnChart, visibleSeries } from "./drawn-chart";
import { DASHES, seriesColor } from "./series-look";
import { useChartStyles } from "./use-chart-styles";

/** Which series is which; one alone needs no telling apart. */
export function ChartLegend({ chart }: { readonly chart: DrawnChart }) {
  const styles = useChartStyles();
  const { kind, series } = chart;
  const seen = new Set(visibleSeries(chart).map(({ color }) => color));
  const isNamed = inLegend(series);
  const named = series.flatMap(({ label, color }, place) =>
    color !== "invisible" && isNamed[place] && seen.has(color) ? [{ place, label, color }] : [],
  );
  if (named.length < 2) return null;
  return (
    <ul className={styles.legend}>
      {named.map(({ place, label, color }) => (
        <li key={place}>
          <svg width="20" height="10" aria-hidden="true">
            {kind === "line" ? (
              <path
                d="M0,5H20"
                strokeWidth={2}
                strokeDasharray={DASHES[color]}
                stroke={seriesColor(color)}
              />
            ) : (
              <rect x={5} width={10} height={10} fill={seriesColor(color)} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
