import type { DrawnChart } from "./drawn-chart";
import { visibleSeries } from "./drawn-chart";
import { DASHES, seriesColor } from "./series-look";
import { useChartStyles } from "./use-chart-styles";

/** Which series is which; one alone needs no telling apart. */
export function ChartLegend({ chart }: { readonly chart: DrawnChart }) {
  const styles = useChartStyles();
  const visible = visibleSeries(chart);
  if (visible.length < 2) return null;
  return (
    <ul className={styles.legend}>
      {visible.map(({ place, label, color }) => (
        <li key={place}>
          <svg width="20" height="10" aria-hidden="true">
            {chart.kind === "line" ? (
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
