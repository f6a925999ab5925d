import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { FunctionMetadata } from "../../../functions/function-metadata";
import type { Host } from "../../../workbook/host";
import { PlanProgress } from "../../plan-progress";
import type { PlanRun } from "../../use-plan-run";
import { SelfTestResult } from "./self-test-result";
import { useSelfTest } from "./use-self-test";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  hint: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const NOT_RUNNING: PlanRun = { state: "idle" };

interface SelfTestProps {
  readonly host: Host;
  readonly report: (error: unknown) => void;
  readonly metadata: readonly FunctionMetadata[] | undefined;
}

/** Answers "are the functions there, and right?", first without touching a cell. */
export function SelfTest({ host, report, metadata }: SelfTestProps) {
  const styles = useStyles();
  const { verdict, run, checkHere, checkInSheet, cancel } = useSelfTest(host, report, metadata);
  const isRunning = run.state === "running";
  const isOpen = verdict !== undefined || run.state !== "idle";
  return (
    <section className={styles.root} aria-label="Check of the functions">
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={isRunning} onClick={checkHere}>
          Check functions
        </Button>
        {isOpen && (
          <Button size="small" disabledFocusable={isRunning} onClick={() => void checkInSheet()}>
            Check in a new sheet
          </Button>
        )}
      </div>
      <div role="status">
        {verdict && <SelfTestResult verdict={verdict} />}
        {!verdict && run.state === "built" && "Waiting for the answers …"}
      </div>
      {isOpen && (
        <>
          {/* What was built is gone once there is a verdict. */}
          <PlanProgress run={verdict ? NOT_RUNNING : run} onCancel={cancel} />
          {verdict?.place !== "cells" && !isRunning && (
            <div className={styles.hint}>
              “Check in a new sheet” adds a sheet with one formula per example, reads what the
              workbook answers and removes the sheet again.
            </div>
          )}
        </>
      )}
    </section>
  );
}
