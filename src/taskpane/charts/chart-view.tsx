import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { ChartLegend } from "./chart-legend";
import { ChartTable } from "./chart-table";
import { type DrawnChart, visibleSeries } from "./drawn-chart";
import { showTick } from "./show-value";
import { SidewaysChart } from "./sideways-chart";
import { UprightChart } from "./upright-chart";

const useStyles = makeStyles({
  figure: { margin: 0 },
  title: { fontWeight: tokens.fontWeightSemibold, paddingBottom: "4px" },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The ends of the axis that values lie beyond, as they are written. */
function cutEnds(chart: DrawnChart): string[] {
  const { from = -Infinity, to = Infinity, valueFormat } = chart;
  const values = visibleSeries(chart).flatMap(({ cached }) => cached.filter((one) => one !== null));
  const ends = [
    ...(values.some((value) => value < from) ? [from] : []),
    ...(values.some((value) => value > to) ? [to] : []),
  ];
  return ends.map((end) => showTick(valueFormat, Math.abs(end))(end));
}

interface ChartViewProps {
  readonly chart: DrawnChart;
}

/** A chart of a plan, drawn: title, drawing, legend, and its figures as a table. */
export function ChartView({ chart }: ChartViewProps) {
  const styles = useStyles();
  const id = useId();
  const { title, kind } = chart;
  const label = `${title}; the table below has the figures`;
  const isSideways = kind === "bar" || kind === "stackedBar";
  const cut = cutEnds(chart);
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.title}>
        {title}
      </figcaption>
      {isSideways ? (
        <SidewaysChart chart={chart} label={label} />
      ) : (
        <UprightChart chart={chart} label={label} />
      )}
      <ChartLegend chart={chart} />
      {cut.length > 0 && (
        <div className={styles.note}>Values beyond {cut.join(" and ")} are cut off.</div>
      )}
      <ChartTable chart={chart} />
    </figure>
  );
}
