import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { PanelProps } from "../../panel-props";
import { ImportSection } from "./import-section";
import { START_SETTINGS } from "./report-settings";
import { ResultSection } from "./result-section";
import { useEngine } from "./use-engine";
import { useFiles } from "./use-files";
import { ServerSection } from "./server/server-section";
import { useServer } from "./server/use-server";
import { useServerImport } from "./server/use-server-import";
import { type UsageImport, useUsageImport } from "./use-usage-import";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "24px", maxWidth: "900px" },
});

/** Usage of a server with the bills beside it, where the files of usage are bills and no more. */
function withBills(
  served: UsageImport | undefined,
  files: UsageImport | undefined,
): UsageImport | undefined {
  const areBills = files?.loaded.files.every(({ format }) => format.describes === "bills");
  return served && { ...served, bills: areBills ? files?.summarized.summary : undefined };
}

/** From exports of usage and revenue to margin per customer. */
export function UsagePanel(props: PanelProps) {
  const styles = useStyles();
  const access = useEngine(props.openUsageEngine);
  const files = useFiles(access, props.now);
  const usage = useUsageImport(access, files, props.report);
  // Kept here: what was said of customers holds for the next import, too.
  const [settings, setSettings] = useState(START_SETTINGS);
  const server = useServer(props.connectWarehouse, props.report);
  const summedUp = useServerImport(server, props.now, props.report);
  const [isServers, setServers] = useState(false);
  const imported = isServers ? withBills(summedUp.imported, usage.imported) : usage.imported;
  return (
    <div className={styles.root}>
      <ImportSection
        files={files}
        usage={{
          ...usage,
          start: async () => {
            // What a server summed up stays until files come to something.
            const isDone = await usage.start();
            if (isDone) setServers(false);
            return isDone;
          },
        }}
      />
      <ServerSection
        server={server}
        now={props.now}
        onStart={(job) => {
          void summedUp.start(job).then((done) => {
            if (done) setServers(true);
          });
        }}
      />
      {imported && (
        <ResultSection
          {...props}
          imported={imported}
          files={files.files}
          usage={isServers ? { sumUp: summedUp.sumUp, run: server.run } : usage}
          settings={settings}
          onSettings={setSettings}
        />
      )}
    </div>
  );
}
