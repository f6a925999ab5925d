import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Finding } from "../../../workbook/share/finding";
import type { PanelProps } from "../../panel-props";
import { PlanProgress } from "../../plan-progress";
import { RestoreDialog } from "./restore-dialog";
import { ShareDialog } from "./share-dialog";
import { useWorkbookSharing } from "./use-workbook-sharing";
import { WorkbookOutcome } from "./workbook-outcome";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  hint: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** What is asked before the workbook is changed, and what had the focus then. */
type Asked = { readonly from: Element | null } & (
  | { readonly about: "restore" }
  | { readonly about: "share"; readonly calls: number; readonly errors: number }
);

function count(findings: readonly Finding[], wanted: Finding["kind"]): number {
  return findings.filter(({ kind }) => kind === wanted).length;
}

interface WorkbookSectionProps extends Pick<PanelProps, "host" | "now" | "report"> {
  readonly preparedBy: string;
  readonly onPreparedBy: (value: string) => void;
}

/** The open workbook: what stands in the way of sending it, making it share-safe, and the way back. */
export function WorkbookSection({ preparedBy, onPreparedBy, ...props }: WorkbookSectionProps) {
  const { host, report } = props;
  const styles = useStyles();
  const root = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const sharing = useWorkbookSharing(props);
  const { run, outcome, isRestorable } = sharing;
  const isRunning = run.state === "running";

  // To what was done, unless the user works elsewhere meanwhile.
  useEffect(() => {
    const focused = document.activeElement;
    const isHere = focused === document.body || root.current?.contains(focused);
    if (outcome && outcome.kind !== "checked" && isHere) heading.current?.focus();
  }, [outcome]);

  async function askToShare(from: Element | null): Promise<void> {
    const findings = await sharing.check();
    const calls = findings ? count(findings, "call") : 0;
    // Without any the list tells that there is nothing to do.
    if (findings && calls > 0) {
      setAsked({ about: "share", from, calls, errors: count(findings, "error") });
    }
  }

  async function answered(isMeant: boolean): Promise<void> {
    if (!asked) return;
    const { about, from } = asked;
    setAsked(undefined);
    if (!isMeant) {
      if (from instanceof HTMLElement) from.focus();
      return;
    }
    title.current?.focus();
    const name = preparedBy.trim();
    await (about === "share" ? sharing.share(name === "" ? undefined : name) : sharing.restore());
  }

  const button = (label: string, act: (from: Element | null) => unknown) => (
    <Button
      disabledFocusable={isRunning}
      onClick={() => {
        if (!isRunning) act(document.activeElement);
      }}
    >
      {label}
    </Button>
  );

  return (
    <section ref={root} className={styles.root} aria-labelledby="share-workbook">
      <h2 ref={title} id="share-workbook" tabIndex={-1} className={styles.title}>
        This workbook
      </h2>
      <div className={styles.hint}>
        Formulas that call AIM turn into #NAME? where the add-in is not installed. Before you send
        the workbook, turn them into ordinary Excel that gives the same figures.
      </div>
      <div className={styles.buttons}>
        {button("Check workbook", sharing.check)}
        {button("Make share-safe …", askToShare)}
        {isRestorable &&
          button("Restore formulas …", (from) => {
            setAsked({ about: "restore", from });
          })}
      </div>
      <PlanProgress run={run} onCancel={sharing.cancel} />
      <WorkbookOutcome
        outcome={isRunning ? undefined : outcome}
        heading={heading}
        onShow={(sheet, at) => {
          report(undefined);
          host.show(sheet, at).catch(report);
        }}
      />
      {asked?.about === "share" && (
        <ShareDialog
          {...asked}
          preparedBy={preparedBy}
          onPreparedBy={onPreparedBy}
          onAnswer={(isMeant) => void answered(isMeant)}
        />
      )}
      {asked?.about === "restore" && (
        <RestoreDialog onAnswer={(isMeant) => void answered(isMeant)} />
      )}
    </section>
  );
}
