import { useId } from "react";
import { barSpans } from "./bar-spans";
import { linearScale, WIDTH } from "./chart-frame";
import { type DrawnChart, visibleSeries } from "./drawn-chart";
import { seriesColor } from "./series-look";
import { showTick, showValue } from "./show-value";
import { useChartStyles } from "./use-chart-styles";
import { valueAxis } from "./value-axis";

/** Names stand above their bars: beside them they would leave no room in a narrow pane. */
const NAME_HEIGHT = 14;
const BAR_HEIGHT = 9;
const GAP = 7;
const FOOT = 16;
const TITLE_HEIGHT = 14;
const EDGE = 18;

/** A chart whose values run to the right, the first category at the bottom, as in the sheets. */
export function SidewaysChart({
  chart,
  label,
}: {
  readonly chart: DrawnChart;
  readonly label: string;
}) {
  const styles = useChartStyles();
  const id = useId();
  const { kind, cachedCategories: labels, valueFormat, valueTitle } = chart;
  const isStacked = kind === "stackedBar";
  const visible = visibleSeries(chart);
  const axis = valueAxis(chart);
  const showAt = showTick(valueFormat, axis.step);
  const x = linearScale([axis.low, axis.high], [EDGE, WIDTH - EDGE]);
  const lanes = isStacked ? 1 : visible.length;
  const row = NAME_HEIGHT + lanes * BAR_HEIGHT + GAP;
  const bottom = labels.length * row;
  const height = bottom + FOOT + (valueTitle ? TITLE_HEIGHT : 0);
  const topOf = (category: number) => (labels.length - 1 - category) * row;
  const [only] = visible.length === 1 && !isStacked ? visible : [];
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${height}`} className={styles.svg}>
      <clipPath id={id}>
        <rect x={EDGE - 1} y={0} width={WIDTH - 2 * EDGE + 2} height={bottom} />
      </clipPath>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x(tick)} x2={x(tick)} y1={0} y2={bottom} />
          <text x={x(tick)} y={bottom + 12} textAnchor="middle">
            {showAt(tick)}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${id})`}>
        {barSpans(chart.series, isStacked).map(({ series, category, from, to }) => {
          const at = visible.findIndex(({ place }) => place === series);
          const own = visible[at];
          if (!own) return null;
          return (
            <rect
              key={`${series} ${category}`}
              className="bar"
              x={Math.min(x(from), x(to))}
              width={Math.abs(x(to) - x(from))}
              y={topOf(category) + NAME_HEIGHT + (isStacked ? 0 : at * BAR_HEIGHT)}
              height={BAR_HEIGHT}
              fill={seriesColor(own.color)}
            />
          );
        })}
        {axis.low <= 0 && axis.high >= 0 && (
          <line className="zero" x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
        )}
      </g>
      {labels.map((text, place) => {
        const value = only?.cached[place] ?? null;
        return (
          <text key={place} x={EDGE + 3} y={topOf(place) + NAME_HEIGHT - 4} className="figure">
            {value === null ? text : `${text}: ${showValue(valueFormat)(value)}`}
          </text>
        );
      })}
      {valueTitle && (
        <text x={WIDTH / 2} y={height - 4} textAnchor="middle">
          {valueTitle}
        </text>
      )}
    </svg>
  );
}
