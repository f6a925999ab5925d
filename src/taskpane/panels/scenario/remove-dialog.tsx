import { makeStyles } from "@fluentui/react-components";
import { type SavedScenario, sheetsOfScenario } from "../../../scenario/saved-scenarios";
import { AskDialog } from "../../ask-dialog";

const useStyles = makeStyles({ list: { marginBlock: "8px", paddingInlineStart: "20px" } });

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
    <AskDialog
      title={`Remove “${name}”?`}
      keep="Keep them"
      go={all.length === 1 ? "Remove the sheet" : `Remove ${all.length} sheets`}
      onAnswer={onAnswer}
    >
      {all.length === 1 ? "This sheet goes for good:" : `These ${all.length} sheets go for good:`}
      <ul className={styles.list}>
        {[...sheets.values()].map((sheet) => (
          <li key={sheet}>{sheet}</li>
        ))}
        {compares.map((sheet) => (
          <li key={sheet}>{`${sheet}, which compares it`}</li>
        ))}
      </ul>
      Whatever you added to them goes, too. Formulas elsewhere that point to them lose them (#REF!).
    </AskDialog>
  );
}
