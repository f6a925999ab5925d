import { Button, Field, makeStyles, ProgressBar } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { PlanRun } from "./use-plan-run";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    alignItems: "flex-start",
    width: "100%",
  },
  bar: { width: "100%" },
});

interface PlanProgressProps {
  readonly run: PlanRun;
  readonly onCancel: () => void;
}

/** What is being built at this moment, how far it is, and Cancel; afterwards, how it ended. */
export function PlanProgress({ run, onCancel }: PlanProgressProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  // Cancel has to be in sight. When it goes away with the focus on it, the focus goes to how it ended.
  useEffect(() => {
    if (run.state === "running") root.current?.scrollIntoView({ block: "nearest" });
    const hasEnded = run.state === "built" || run.state === "cancelled" || run.state === "failed";
    if (hasEnded && document.activeElement === document.body) status.current?.focus();
  }, [run.state]);
  return (
    <div ref={root} className={styles.root}>
      <div ref={status} role="status" aria-label="Progress" tabIndex={-1}>
        {run.state === "running" && `${run.phase} …`}
        {run.state === "built" &&
          (run.sheets === 1
            ? `Built the sheet “${run.sheet}”.`
            : `Built ${run.sheets} sheets and opened “${run.sheet}”.`)}
        {run.state === "cancelled" && "Cancelled. Nothing was changed."}
      </div>
      {run.state === "running" && (
        <>
          <Field className={styles.bar}>
            <ProgressBar aria-label={run.phase} value={run.done} max={1} />
          </Field>
          {run.figures !== undefined && <div>{run.figures}</div>}
          <Button onClick={onCancel}>Cancel</Button>
        </>
      )}
    </div>
  );
}
