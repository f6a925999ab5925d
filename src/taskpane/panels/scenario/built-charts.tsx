import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Host } from "../../../workbook/host";
import { planCharts } from "../../../workbook/model-charts";
import type { Plan, PlanChart } from "../../../workbook/plan";
import { readCharts } from "../../../workbook/read-charts";
import { ChartView } from "../../charts/chart-view";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "16px", width: "100%" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2, paddingBottom: "4px" },
});

interface BuiltChartsProps {
  readonly host: Host;
  /** The name of the scenario that was built. */
  readonly name: string;
  readonly plan: Plan;
  readonly report: (error: unknown) => void;
}

/**
 * The charts of a scenario that was built, as it was or, asked for, as its sheets are by now; a
 * spreadsheet without charts has them here alone.
 */
export function BuiltCharts({ host, name, plan, report }: BuiltChartsProps) {
  const styles = useStyles();
  const built = useMemo(() => planCharts(plan), [plan]);
  const [read, setRead] = useState<{ readonly of: Plan; readonly charts: readonly PlanChart[] }>();
  const charts = read?.of === plan ? read.charts : built;

  function refresh(): void {
    report(undefined);
    readCharts(host.read, built).then((now) => {
      setRead({ of: plan, charts: now });
    }, report);
  }

  return (
    <section className={styles.root} aria-label={`Charts of ${name}`}>
      <div>
        <h2 className={styles.title}>Charts of “{name}”</h2>
        <div className={styles.note} role="status" aria-label="What the charts show">
          {charts === built
            ? `As it was built with the sheet “${plan.show}”.`
            : "As its sheets were when you pressed Refresh."}
        </div>
        <Button size="small" onClick={refresh}>
          Refresh from the sheets
        </Button>
      </div>
      {charts.map((chart) => (
        <ChartView key={chart.id} chart={chart} />
      ))}
    </section>
  );
}
