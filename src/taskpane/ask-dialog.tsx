import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  surface: {
    boxSizing: "border-box",
    width: "calc(100% - 24px)",
    maxWidth: "420px",
    padding: "16px",
  },
  text: { overflowWrap: "anywhere" },
});

interface AskDialogProps {
  /** The question. */
  readonly title: string;
  /** What the buttons say that leave all as it is, and that go on. */
  readonly keep: string;
  readonly go: string;
  readonly onAnswer: (isMeant: boolean) => void;
  readonly children: ReactNode;
}

/** Asks before something is done that Excel's undo does not take back. */
export function AskDialog({ title, keep, go, onAnswer, children }: AskDialogProps) {
  const styles = useStyles();
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={() => {
        onAnswer(false);
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle className={styles.text}>{title}</DialogTitle>
          <DialogContent className={styles.text}>{children}</DialogContent>
          <DialogActions fluid>
            {/* Of the buttons the one that comes first: a second Enter changes nothing. */}
            <Button
              onClick={() => {
                onAnswer(false);
              }}
            >
              {keep}
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                onAnswer(true);
              }}
            >
              {go}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
