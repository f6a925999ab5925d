import { makeStyles, tokens } from "@fluentui/react-components";
import { CopyButton } from "../../copy-button";
import { VERSION } from "../../version";
import type { Trouble, Verdict } from "./use-self-test";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
  list: { margin: 0, paddingLeft: "20px" },
  findings: { margin: 0, paddingLeft: "20px", overflowWrap: "anywhere" },
  title: { fontWeight: tokens.fontWeightSemibold },
});

const TITLES: Readonly<Record<Trouble, string>> = {
  unregistered: "The workbook does not know the functions (#NAME?).",
  pending: "The workbook is still calculating (#BUSY!).",
  wrong: "Some answers are not the right ones.",
  stale: "The list of functions is of another version than the pane.",
};

/** What to do, step by step. */
const ADVICE: Readonly<Record<Trouble, readonly string[]>> = {
  unregistered: [
    "Close this pane and open it again: Home, Show AI margin.",
    "Check again. Formulas that still show #NAME?: select the cell, press F2, then Enter.",
    "If it stays so, remove the add-in under Home, Add-ins, add it again and restart Excel.",
  ],
  pending: [
    "Wait a moment and check again.",
    "If it stays so, check your connection, then close and open the workbook.",
  ],
  wrong: [
    "Excel may hold an older version for up to a day. Close all workbooks, restart Excel and check again.",
    "If it stays so, send the report to whoever gave you the add-in.",
  ],
  stale: [
    "Close all workbooks and restart Excel, so that both are loaded anew.",
    "If it stays so, remove the add-in under Home, Add-ins and add it again.",
  ],
};

const SHOWN_FINDINGS = 3;

function reportText({ trouble, findings }: Verdict): string {
  const title = trouble ? TITLES[trouble] : "";
  return [
    `AIM ${VERSION}: ${title}`,
    ...findings.map(({ id, message }) => `${id}: ${message}`),
  ].join("\n");
}

/** What a check of the functions found, and how to mend it. */
export function SelfTestResult({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  const { place, examples, functions, trouble, findings } = verdict;
  if (!trouble) {
    return place === "pane" ? (
      <div>
        All {functions} functions give the right answers to {examples} worked examples, here in the
        pane. No cell was touched, so whether cells know them was not tested.
      </div>
    ) : (
      <div>
        Functions registered and giving right answers: {examples} formulas of all {functions}{" "}
        functions in cells of the workbook.
      </div>
    );
  }
  return (
    <div className={styles.root}>
      <div className={styles.title}>{TITLES[trouble]}</div>
      <ul className={styles.findings}>
        {findings.slice(0, SHOWN_FINDINGS).map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            {id}: {message}
          </li>
        ))}
        {findings.length > SHOWN_FINDINGS && (
          <li>and {findings.length - SHOWN_FINDINGS} more in the report</li>
        )}
      </ul>
      <div className={styles.title}>How to repair it</div>
      <ol className={styles.list}>
        {ADVICE[trouble].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <CopyButton label="Copy report" text={reportText(verdict)} />
    </div>
  );
}
