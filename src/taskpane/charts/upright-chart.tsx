import { useId } from "react";
import { barSpans } from "./bar-spans";
import { CHARACTER, labelLayout, shortLabel } from "./category-labels";
import { FILLED, linearScale, type Scale, WIDTH } from "./chart-frame";
import { type DrawnChart, visibleSeries } from "./drawn-chart";
import { linePath } from "./line-path";
import { DASHES, seriesColor } from "./series-look";
import { showTick } from "./show-value";
import { useChartStyles } from "./use-chart-styles";
import { valueAxis } from "./value-axis";

const PLOT_HEIGHT = 150;
const TITLE_HEIGHT = 14;

interface MarksProps {
  readonly chart: DrawnChart;
  readonly x: Scale;
  readonly y: Scale;
  readonly band: number;
}

function Lines({ chart, x, y }: MarksProps) {
  return visibleSeries(chart).map(({ place, cached, color }) => (
    <path
      key={place}
      d={linePath(cached, x, y)}
      fill="none"
      strokeWidth={2}
      strokeLinejoin="round"
      strokeDasharray={DASHES[color]}
      stroke={seriesColor(color)}
    />
  ));
}

function Columns({ chart, x, y, band }: MarksProps) {
  const isStacked = chart.kind === "stackedColumn";
  const visible = visibleSeries(chart);
  const width = (band * FILLED) / (isStacked ? 1 : visible.length);
  return barSpans(chart.series, isStacked).flatMap(({ series, category, from, to }) => {
    const at = visible.findIndex(({ place }) => place === series);
    const own = visible[at];
    if (!own) return [];
    const left = x(category) - (band * FILLED) / 2 + (isStacked ? 0 : at * width);
    return (
      <rect
        key={`${series} ${category}`}
        className="bar"
        x={left}
        width={width}
        y={Math.min(y(from), y(to))}
        height={Math.abs(y(from) - y(to))}
        fill={seriesColor(own.color)}
      />
    );
  });
}

/** A chart whose values rise: lines, or columns beside or upon each other. */
export function UprightChart({
  chart,
  label,
}: {
  readonly chart: DrawnChart;
  readonly label: string;
}) {
  const styles = useChartStyles();
  const id = useId();
  const { cachedCategories: labels, categoryTitle, valueTitle, valueFormat } = chart;
  const axis = valueAxis(chart);
  const ticks = axis.ticks.map((tick) => ({ tick, text: showTick(valueFormat, axis.step)(tick) }));
  const marks = Math.max(...ticks.map(({ text }) => text.length)) * CHARACTER + 8;
  const right = WIDTH - 4;
  const layout = labelLayout(labels, right - marks);
  const left = Math.max(marks, layout.overhang - (right - marks) / labels.length / 2);
  const top = valueTitle ? 8 + TITLE_HEIGHT : 8;
  const bottom = top + PLOT_HEIGHT;
  const band = (right - left) / Math.max(labels.length, 1);
  const x: Scale = (place) => left + (place + 0.5) * band;
  const y = linearScale([axis.low, axis.high], [bottom, top]);
  const height = bottom + layout.height + (categoryTitle ? TITLE_HEIGHT : 0);
  const Marks = chart.kind === "line" ? Lines : Columns;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${height}`} className={styles.svg}>
      <clipPath id={id}>
        <rect x={left} y={top - 1} width={right - left} height={bottom - top + 2} />
      </clipPath>
      {valueTitle && (
        <text x={0} y={9}>
          {valueTitle}
        </text>
      )}
      {ticks.map(({ tick, text }) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 4} y={y(tick) + 3} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${id})`}>
        <Marks chart={chart} x={x} y={y} band={band} />
        {axis.low <= 0 && axis.high >= 0 && (
          <line className="zero" x1={left} x2={right} y1={y(0)} y2={y(0)} />
        )}
      </g>
      {labels.map((text, place) =>
        place % layout.every > 0 ? null : (
          <text
            key={place}
            textAnchor={layout.isSlanted ? "end" : "middle"}
            transform={`translate(${x(place)} ${bottom + 12})${layout.isSlanted ? " rotate(-45)" : ""}`}
          >
            {layout.isSlanted ? shortLabel(text) : text}
          </text>
        ),
      )}
      {categoryTitle && (
        <text x={(left + right) / 2} y={height - 3} textAnchor="middle">
          {categoryTitle}
        </text>
      )}
    </svg>
  );
}
