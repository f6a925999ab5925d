import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import type { ImportRecord } from "../../../usage/sheets/import-record";
import { planCustomers } from "../../../usage/sheets/plan-customers";
import { DownloadButton } from "../../download-button";
import type { PanelProps } from "../../panel-props";
import { PlanProgress } from "../../plan-progress";
import { usePlanRun } from "../../use-plan-run";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px", alignItems: "flex-start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
});

interface CustomersBuildProps extends Pick<PanelProps, "host" | "saveFile" | "report"> {
  readonly customers: CustomersReport;
  readonly records: readonly ImportRecord[];
}

/** The sheets of the import, into the workbook or as a file. */
export function CustomersBuild(props: CustomersBuildProps) {
  const { customers, records, host, saveFile, report } = props;
  const styles = useStyles();
  const { run, start, cancel } = usePlanRun(host, report);
  const isRunning = run.state === "running";
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>Sheets</h3>
      <div>Customers, Usage cost and Import, with formulas over what was imported.</div>
      <Button
        appearance="primary"
        disabledFocusable={isRunning}
        onClick={() => {
          if (isRunning) return;
          void start(async () => planCustomers(customers, records, await host.sheetNames()));
        }}
      >
        Build Customers sheet
      </Button>
      <DownloadButton
        save={() => saveFile(planCustomers(customers, records, []), "Customers")}
        report={report}
      />
      <PlanProgress run={run} onCancel={cancel} />
    </div>
  );
}
