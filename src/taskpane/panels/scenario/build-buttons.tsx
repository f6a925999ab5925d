import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Edited } from "./use-scenario-editing";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  button: { overflowWrap: "anywhere" },
  warning: { color: tokens.colorNeutralForeground2 },
});

interface BuildButtonsProps {
  readonly edited: Edited | undefined;
  readonly isRunning: boolean;
  readonly onReplace: () => void;
  /** What else can be done with the form's scenario. */
  readonly children: ReactNode;
}

/** Builds a new scenario, or one in place of the one that the form holds. */
export function BuildButtons({ edited, isRunning, onReplace, children }: BuildButtonsProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isRunning}>
          {edited ? "Build as a new scenario" : "Build scenario"}
        </Button>
        {edited && (
          <Button
            className={styles.button}
            aria-describedby="replace-warning"
            disabledFocusable={isRunning}
            onClick={onReplace}
          >
            {`Replace “${edited.name}”`}
          </Button>
        )}
        {children}
      </div>
      {edited && (
        <div id="replace-warning" className={styles.warning}>
          {`Replace builds the new sheets first, then takes the old ones of “${edited.name}” away, with Compare sheets that show it. Formulas elsewhere that point to them lose them (#REF!).`}
        </div>
      )}
    </>
  );
}
