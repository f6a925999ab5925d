import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Scenario } from "../../../scenario/scenario";
import { COMPARED } from "../../../scenario/tariff-items";
import type { Model } from "../../../workbook/model";
import { showRoundPercent } from "../../show-number";
import { MarginTable } from "./margin-table";

/** One line for each tariff, told apart without colour too. */
const LINES = [
  { color: tokens.colorBrandForeground1, dash: "" },
  { color: tokens.colorPaletteDarkOrangeForeground2, dash: "6 3" },
  { color: tokens.colorPaletteBerryForeground2, dash: "2 2" },
  { color: tokens.colorPaletteGreenForeground2, dash: "8 3 2 3" },
  { color: tokens.colorPaletteBlueForeground2, dash: "4 4" },
  { color: tokens.colorNeutralForeground1, dash: "1 3" },
] as const;

const WIDTH = 296;
const HEIGHT = 170;
const LEFT = 42;
const TOP = 8;
const BOTTOM = 20;
/** Losses below it are cut off: one heavy customer would flatten all else. */
const LOWEST = -1;
const HIGHEST = 1;

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  chart: {
    display: "block",
    width: "100%",
    maxWidth: "480px",
    "& text": { fontSize: "10px", fill: tokens.colorNeutralForeground2 },
    "& .grid": { stroke: tokens.colorNeutralStroke2 },
    "& .zero": { stroke: tokens.colorNeutralStroke1 },
    "& .target": { stroke: tokens.colorNeutralForeground2, strokeDasharray: "1 2" },
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "12px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    "& li": { display: "flex", alignItems: "center", columnGap: "4px" },
  },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

function x(place: number): number {
  return LEFT + 10 + (place * (WIDTH - LEFT - 22)) / (COMPARED.length - 1);
}

function y(margin: number): number {
  return TOP + ((HIGHEST - margin) / (HIGHEST - LOWEST)) * (HEIGHT - TOP - BOTTOM);
}

/** A line through the margins that exist; a gap where one does not. */
function pathOf(margins: readonly (number | undefined)[]): string {
  let path = "";
  for (const [place, margin] of margins.entries()) {
    if (margin === undefined) continue;
    const isFirst = place === 0 || margins[place - 1] === undefined;
    // Far below the chart the line only has to leave it.
    path += `${isFirst ? "M" : "L"}${x(place)},${y(Math.max(margin, -1e4)).toFixed(2)}`;
  }
  return path;
}

interface MarginChartProps {
  readonly scenario: Scenario;
  readonly model: Model;
}

/** Margin of one customer by how much it uses, tariff by tariff; a table says the same. */
export function MarginChart({ scenario, model }: MarginChartProps) {
  const styles = useStyles();
  const id = useId();
  const tariffs = scenario.tariffs.map(({ name }, tariff) => ({
    name,
    margins: COMPARED.map(({ key }) => {
      const margin = model.value(`tariff.margin.${key}`, tariff);
      return typeof margin === "number" ? margin : undefined;
    }),
    line: LINES[tariff % LINES.length] ?? LINES[0],
  }));
  const { margin: target } = scenario.targets;
  return (
    <div>
      <div className={styles.title}>Margin by usage of a customer</div>
      <svg
        role="img"
        aria-label="Margin by usage of a customer, one line for each tariff; the table below has the figures"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.chart}
      >
        <clipPath id={id}>
          <rect x={LEFT} y={TOP} width={WIDTH - LEFT} height={HEIGHT - TOP - BOTTOM} />
        </clipPath>
        {[HIGHEST, 0.5, 0, -0.5, LOWEST].map((margin) => (
          <g key={margin}>
            <line
              className={margin === 0 ? "zero" : "grid"}
              x1={LEFT}
              x2={WIDTH}
              y1={y(margin)}
              y2={y(margin)}
            />
            <text x={LEFT - 4} y={y(margin) + 3} textAnchor="end">
              {showRoundPercent(margin)}
            </text>
          </g>
        ))}
        {COMPARED.map(({ key, label }, place) => (
          <text key={key} x={x(place)} y={HEIGHT - 6} textAnchor="middle">
            {label}
          </text>
        ))}
        <g clipPath={`url(#${id})`}>
          <line className="target" x1={LEFT} x2={WIDTH} y1={y(target)} y2={y(target)} />
          {tariffs.map(({ margins, line }, place) => (
            <path
              key={place}
              d={pathOf(margins)}
              fill="none"
              strokeWidth={2}
              strokeDasharray={line.dash}
              stroke={line.color}
            />
          ))}
        </g>
      </svg>
      <ul className={styles.legend}>
        {tariffs.map(({ name, line }, place) => (
          <li key={place}>
            <svg width="24" height="8" aria-hidden="true">
              <path d="M0,4H24" strokeWidth={2} strokeDasharray={line.dash} stroke={line.color} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div className={styles.note}>
        Dotted across: the target of {showRoundPercent(target)}. Losses beyond −100% are cut off.
      </div>
      <MarginTable tariffs={tariffs} />
    </div>
  );
}
