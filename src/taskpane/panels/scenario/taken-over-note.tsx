import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { moneyFormat } from "../../money-format";
import { filledInputs, taskNotes } from "./taken-over-text";
import type { TakenOver } from "./with-fitted-usage";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: "4px",
    padding: "8px 12px",
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  list: { marginBlock: "4px", paddingInlineStart: "20px" },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface TakenOverNoteProps {
  readonly taken: TakenOver;
  /** Inference of a task in the scenario of the form; undefined where it has no value. */
  readonly inference: number | undefined;
  readonly onUndo: () => void;
}

/** What the form has from real usage, what it held before, and the way back. */
export function TakenOverNote({ taken, inference, onUndo }: TakenOverNoteProps) {
  const styles = useStyles();
  const { fine } = moneyFormat(taken.after.product.costCurrency);
  const cost = taken.task?.cost ?? null;
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that filled the form is on another tab.
    note.current?.focus();
  }, [taken]);
  return (
    <div ref={note} role="group" aria-label="From real usage" tabIndex={-1} className={styles.root}>
      <div role="status" aria-label="Taken over">
        Filled from real usage:
      </div>
      <ul className={styles.list}>
        {filledInputs(taken).map(({ label, before, now }) => (
          <li key={label}>{`${label}: ${before} → ${now}`}</li>
        ))}
      </ul>
      {inference !== undefined && (
        <div>{`Inference of a task: ${cost === null ? "not wholly known" : fine(cost)} in the import, ${fine(inference)} in this scenario.`}</div>
      )}
      {taskNotes(taken).map((text) => (
        <div key={text} className={styles.hint}>
          {text}
        </div>
      ))}
      <Button size="small" onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
}
