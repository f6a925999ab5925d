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
import { type SavedScenario, sheetsOfScenario } from "../../../scenario/saved-scenarios";

const useStyles = makeStyles({
  surface: {
    boxSizing: "border-box",
    width: "calc(100% - 24px)",
    maxWidth: "420px",
    padding: "16px",
  },
  text: { overflowWrap: "anywhere" },
  list: { marginBlock: "8px", paddingInlineStart: "20px" },
});

interface RemoveDialogProps {
  readonly saved: SavedScenario;
  readonly onAnswer: (isMeant: boolean) => void;
}

/** Asks before sheets are taken away, and names each of them. */
export function RemoveDialog({ saved, onAnswer }: RemoveDialogProps) {
  const styles = useStyles();
  const { name, sheets, compares } = saved;
  const all = sheetsOfScenario(saved);
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
          <DialogTitle className={styles.text}>{`Remove “${name}”?`}</DialogTitle>
          <DialogContent className={styles.text}>
            {all.length === 1
              ? "This sheet goes for good:"
              : `These ${all.length} sheets go for good:`}
            <ul className={styles.list}>
              {[...sheets.values()].map((sheet) => (
                <li key={sheet}>{sheet}</li>
              ))}
              {compares.map((sheet) => (
                <li key={sheet}>{`${sheet}, which compares it`}</li>
              ))}
            </ul>
            Whatever you added to them goes, too. Formulas elsewhere that point to them lose them
            (#REF!).
          </DialogContent>
          <DialogActions fluid>
            {/* The first has the focus: a second Enter removes nothing. */}
            <Button
              onClick={() => {
                onAnswer(false);
              }}
            >
              Keep them
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                onAnswer(true);
              }}
            >
              {all.length === 1 ? "Remove the sheet" : `Remove ${all.length} sheets`}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
