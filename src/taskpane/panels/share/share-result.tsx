import { makeStyles, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import { counted } from "../../../workbook/share/counted";
import { reportInWords, type ShareReport } from "../../../workbook/share/share-report";
import { CopyButton } from "../../copy-button";
import { ShownInPart } from "../../shown-in-part";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px", overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  detail: { paddingInlineStart: "12px", paddingBlock: "2px" },
});

/** Begins lines that belong to the sentence before them. */
const DETAIL = "  ";

interface Part {
  readonly sentence: string;
  readonly details: readonly string[];
}

function parts(lines: readonly string[]): Part[] {
  return lines.flatMap((line, i) => {
    if (line.startsWith(DETAIL)) return [];
    const next = lines.findIndex((other, j) => j > i && !other.startsWith(DETAIL));
    const own = lines.slice(i + 1, next < 0 ? undefined : next);
    return [{ sentence: line, details: own.map((detail) => detail.trim()) }];
  });
}

function titleOf({ records, left, changed }: ShareReport): string {
  if (left.length > 0) {
    return `Not share-safe yet: ${counted(left.length, "formula still calls", "formulas still call")} AIM`;
  }
  if (records.length === 0) return "Nothing in it calls AIM";
  return changed.length > 0
    ? `Made share-safe, but ${counted(changed.length, "figure differs", "figures differ")}`
    : "Made share-safe";
}

interface ShareResultProps {
  readonly report: ShareReport;
  /** Sentences to tell beside what was done to formulas. */
  readonly notes: readonly string[];
  readonly heading?: Ref<HTMLHeadingElement>;
}

/** What became of a workbook that was made share-safe. */
export function ShareResult({ report, notes, heading }: ShareResultProps) {
  const styles = useStyles();
  const isTouched = report.records.length + report.left.length > 0;
  const lines = isTouched ? reportInWords(report) : [];
  const title = titleOf(report);
  return (
    <div className={styles.root}>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h3>
      {parts(lines).map(({ sentence, details }, i) => (
        <div key={i}>
          <div>{sentence}</div>
          {details.length > 0 && (
            <ShownInPart label={sentence} items={details}>
              {(detail) => <div className={styles.detail}>{detail}</div>}
            </ShownInPart>
          )}
        </div>
      ))}
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
      <CopyButton label="Copy report" text={[title, ...lines, ...notes].join("\n")} />
    </div>
  );
}
