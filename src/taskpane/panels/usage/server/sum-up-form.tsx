import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Fold } from "../../../fold";
import { NumberField } from "../number-field";
import { EstimateText } from "./estimate-text";
import { boundsOf, START_PERIOD } from "./period";
import { PeriodFields } from "./period-fields";
import { selectionOf, type ServerChoice } from "./server-choice";
import { SqlText } from "./sql-text";
import type { Connected, ServerControl } from "./use-server";
import type { ServerJob } from "./use-server-import";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px" },
  button: { alignSelf: "flex-start" },
});

const START_LIMIT_MINUTES = 10;

const limitProblem = (minutes: number) => (minutes > 0 ? undefined : "Must be above 0");

interface SumUpFormProps {
  readonly server: ServerControl;
  readonly connected: Connected;
  readonly choice: ServerChoice;
  readonly now: () => Date;
  readonly onStart: (job: ServerJob) => void;
}

/** For which months and how usage is summed up, how much there is to read, and the SQL of it. */
export function SumUpForm({ server, connected, choice, now, onStart }: SumUpFormProps) {
  const styles = useStyles();
  const [period, setPeriod] = useState(START_PERIOD);
  const [isApproximate, setApproximate] = useState(false);
  const [limit, setLimit] = useState<number | undefined>(START_LIMIT_MINUTES);
  const isBusy = server.run.state === "running";
  const bounds = boundsOf(period, now());
  const isSound = !("problem" in bounds);
  const selection = isSound ? selectionOf(choice, bounds) : undefined;
  const options = {
    isApproximate,
    ...(limit !== undefined && { timeLimitSeconds: limit * 60 }),
  };
  const canStart = !isBusy && selection !== undefined && limit !== undefined;
  return (
    <div className={styles.root}>
      <PeriodFields
        period={period}
        problem={isSound ? undefined : bounds.problem}
        onChange={setPeriod}
      />
      <Fold title="More options">
        <NumberField
          label="Time limit in minutes"
          hint="The server ends what takes longer."
          kind="count"
          start={`${START_LIMIT_MINUTES}`}
          problemOf={limitProblem}
          onChange={setLimit}
        />
        <Checkbox
          label="Approximate costs per task"
          checked={isApproximate}
          onChange={(_event, { checked }) => {
            setApproximate(checked === true);
          }}
        />
        <div>
          P50, P90 and P99 of a task's cost then come from sketches (t-digest), which take the
          server less memory where there are very many tasks. Sums and counts stay exact.
        </div>
      </Fold>
      {selection && (
        <>
          <EstimateText warehouse={connected.warehouse} selection={selection} />
          <SqlText
            key={JSON.stringify([selection, options])}
            statements={() =>
              server.ask(({ warehouse }, { signal }) =>
                warehouse.statements(selection, options, signal),
              )
            }
          />
        </>
      )}
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={!canStart}
        onClick={() => {
          if (!canStart) return;
          onStart({ selection, options, customer: choice.customer?.label ?? null });
        }}
      >
        Sum up on the server
      </Button>
    </div>
  );
}
