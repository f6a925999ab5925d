import { makeStyles, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import { counted } from "../../../workbook/share/counted";
import { Findings } from "./findings";
import { ShareResult } from "./share-result";
import type { Outcome } from "./use-workbook-sharing";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, overflowWrap: "anywhere" },
});

type Restored = Extract<Outcome, { readonly kind: "restored" }>;

function addedNote(added: readonly string[]): readonly string[] {
  if (added.length === 0) return [];
  const names = added.map((name) => `“${name}”`).join(", ");
  return [`${counted(added.length, "sheet was", "sheets were")} added: ${names}.`];
}

function RestoredText({
  outcome,
  heading,
}: {
  outcome: Restored;
  heading: Ref<HTMLHeadingElement>;
}) {
  const styles = useStyles();
  const { restored, unreadable } = outcome;
  return (
    <div>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {`${counted(restored, "formula is", "formulas are")} back.`}
      </h3>
      {unreadable.length > 0 && (
        <div>
          {`${unreadable.length === 1 ? "Row" : "Rows"} ${unreadable.join(", ")} of the sheet “AIM formulas” cannot be read: its sheets stay, so that you can enter the formulas by hand.`}
        </div>
      )}
    </div>
  );
}

function checkedInWords(outcome: Outcome | undefined): string {
  if (outcome?.kind !== "checked") return "";
  const { length } = outcome.findings;
  return length === 0
    ? "Nothing found: the workbook can be sent as it is."
    : `${counted(length, "thing", "things")} found.`;
}

interface WorkbookOutcomeProps {
  readonly outcome: Outcome | undefined;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onShow: (sheet: string, at: string) => void;
}

/** What the last check, change or restoring of the open workbook came to. */
export function WorkbookOutcome({ outcome, heading, onShow }: WorkbookOutcomeProps) {
  return (
    <>
      <div role="status" aria-label="Check of the workbook">
        {checkedInWords(outcome)}
      </div>
      {outcome?.kind === "checked" && outcome.findings.length > 0 && (
        <Findings findings={outcome.findings} onShow={onShow} />
      )}
      {outcome?.kind === "shared" && (
        <ShareResult report={outcome.report} notes={addedNote(outcome.added)} heading={heading} />
      )}
      {outcome?.kind === "restored" && <RestoredText outcome={outcome} heading={heading} />}
    </>
  );
}
