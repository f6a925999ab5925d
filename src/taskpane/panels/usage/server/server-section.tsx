import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ServerFacts } from "../../../../usage/engines/clickhouse/connection";
import { Fold } from "../../../fold";
import { PlanProgress } from "../../../plan-progress";
import { ConnectForm } from "./connect-form";
import { FaultText } from "./fault-text";
import { type Picked, SourceFields } from "./source-fields";
import { SumUpForm } from "./sum-up-form";
import type { ServerControl } from "./use-server";
import type { ServerJob } from "./use-server-import";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px" },
  hint: { color: tokens.colorNeutralForeground2 },
});

const NOTHING: Picked = { table: "" };

function factsInWords({ version, readonly }: ServerFacts): string {
  const rights =
    readonly === 0
      ? "This user may also write: one that may only read is safer."
      : "This user may only read.";
  return `ClickHouse ${version} answers. ${rights}`;
}

interface ServerSectionProps {
  readonly server: ServerControl;
  readonly now: () => Date;
  readonly onStart: (job: ServerJob) => void;
}

/** Usage that stays where it is: a server sums it up, and the sums alone come here. */
export function ServerSection({ server, now, onStart }: ServerSectionProps) {
  const styles = useStyles();
  const [picked, setPicked] = useState(NOTHING);
  const { connected, run, cancel, fault } = server;
  const isBusy = run.state === "running";
  return (
    <Fold
      title="From a ClickHouse server"
      detail="where Langfuse, Helicone or OpenTelemetry keep it"
    >
      <div className={styles.root}>
        <div className={styles.hint}>
          The server sums the usage up; requests and prompts stay there. Only sums, customers and
          names of models come here, to no one else.
        </div>
        <ConnectForm
          isBusy={isBusy}
          onConnect={async (typed) => {
            setPicked(NOTHING);
            return (await server.connect(typed)) !== undefined;
          }}
          onChange={() => {
            setPicked(NOTHING);
            server.disconnect();
          }}
        />
        <div role="status" aria-label="Server">
          {connected && factsInWords(connected.facts)}
        </div>
        {connected && (
          <SourceFields server={server} connected={connected} picked={picked} onPick={setPicked} />
        )}
        {connected && picked.choice && (
          <SumUpForm
            server={server}
            connected={connected}
            choice={picked.choice}
            now={now}
            onStart={onStart}
          />
        )}
        <FaultText fault={fault} />
        <PlanProgress run={run} onCancel={cancel} />
      </div>
    </Fold>
  );
}
