import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { planCharts } from "../../../workbook/model-charts";
import type { Plan } from "../../../workbook/plan";
import { ChartView } from "../../charts/chart-view";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "16px", width: "100%" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2 },
});

interface BuiltChartsProps {
  /** The name of the scenario that was built. */
  readonly name: string;
  readonly plan: Plan;
}

/** The charts of a scenario that was built; a spreadsheet without charts has them here alone. */
export function BuiltCharts({ name, plan }: BuiltChartsProps) {
  const styles = useStyles();
  const charts = useMemo(() => planCharts(plan), [plan]);
  return (
    <section className={styles.root} aria-label={`Charts of ${name}`}>
      <div>
        <h2 className={styles.title}>Charts of “{name}”</h2>
        <div className={styles.note}>As it was built with the sheet “{plan.show}”.</div>
      </div>
      {charts.map((chart) => (
        <ChartView key={chart.id} chart={chart} />
      ))}
    </section>
  );
}
