import { makeStyles } from "@fluentui/react-components";
import { counted } from "../../../workbook/share/counted";
import { AskDialog } from "../../ask-dialog";
import { PreparedByField } from "./prepared-by-field";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
});

interface ShareDialogProps {
  /** Formulas that call AIM, and cells that show an error or are not calculated yet. */
  readonly calls: number;
  readonly errors: number;
  readonly preparedBy: string;
  readonly onPreparedBy: (value: string) => void;
  readonly onAnswer: (isMeant: boolean) => void;
}

/** Asks before the formulas of the open workbook are replaced. */
export function ShareDialog(props: ShareDialogProps) {
  const styles = useStyles();
  const { calls, errors, preparedBy, onPreparedBy, onAnswer } = props;
  const formulas = counted(calls, "formula", "formulas");
  return (
    <AskDialog
      title="Make this workbook share-safe?"
      keep="Keep it as it is"
      go={`Change ${formulas}`}
      onAnswer={onAnswer}
    >
      <div className={styles.root}>
        <div>
          {`${formulas} that ${calls === 1 ? "calls" : "call"} AIM will become ordinary Excel, or the value shown where that is impossible.`}
        </div>
        <div>
          Excel’s undo does not bring them back. “Restore formulas” in this tab does: a sheet “AIM
          formulas” keeps them.
        </div>
        {errors > 0 && (
          <div>
            {`${counted(errors, "cell shows", "cells show")} an error or is still being calculated: what becomes a value keeps that. Look at the list first.`}
          </div>
        )}
        <PreparedByField into="workbook" value={preparedBy} onChange={onPreparedBy} />
      </div>
    </AskDialog>
  );
}
