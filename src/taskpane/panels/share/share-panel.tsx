import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { PanelProps } from "../../panel-props";
import { FileSection } from "./file-section";
import { WorkbookSection } from "./workbook-section";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "24px", maxWidth: "900px" },
});

/** From a workbook that needs the add-in to one that everybody can open. */
export function SharePanel({ host, now, shareFile, workbookFile, report }: PanelProps) {
  const styles = useStyles();
  const [preparedBy, setPreparedBy] = useState("");
  const typed = { preparedBy, onPreparedBy: setPreparedBy };
  return (
    <div className={styles.root}>
      <WorkbookSection host={host} now={now} report={report} {...typed} />
      <FileSection shareFile={shareFile} workbookFile={workbookFile} report={report} {...typed} />
    </div>
  );
}
