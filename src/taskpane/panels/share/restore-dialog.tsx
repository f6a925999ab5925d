import { AskDialog } from "../../ask-dialog";

/** Asks before the formulas that were replaced are put back. */
export function RestoreDialog({ onAnswer }: { readonly onAnswer: (isMeant: boolean) => void }) {
  return (
    <AskDialog
      title="Restore the formulas?"
      keep="Keep it as it is"
      go="Restore formulas"
      onAnswer={onAnswer}
    >
      The formulas that called AIM come back as the sheet “AIM formulas” keeps them, over whatever
      their cells hold now. Then the sheets that were added with them go. Excel’s undo does not take
      this back.
    </AskDialog>
  );
}
