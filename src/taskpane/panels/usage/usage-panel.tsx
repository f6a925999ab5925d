import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { PanelProps } from "../../panel-props";
import { ImportSection } from "./import-section";
import { START_SETTINGS } from "./report-settings";
import { ResultSection } from "./result-section";
import { useEngine } from "./use-engine";
import { useFiles } from "./use-files";
import { useUsageImport } from "./use-usage-import";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "24px", maxWidth: "900px" },
});

/** From exports of usage and revenue to margin per customer. */
export function UsagePanel(props: PanelProps) {
  const styles = useStyles();
  const access = useEngine(props.openUsageEngine);
  const files = useFiles(access, props.now);
  const usage = useUsageImport(access, files, props.report);
  // Kept here: what was said of customers holds for the next import, too.
  const [settings, setSettings] = useState(START_SETTINGS);
  return (
    <div className={styles.root}>
      <ImportSection files={files} usage={usage} />
      {usage.imported && (
        <ResultSection
          {...props}
          imported={usage.imported}
          files={files.files}
          usage={usage}
          settings={settings}
          onSettings={setSettings}
        />
      )}
    </div>
  );
}
