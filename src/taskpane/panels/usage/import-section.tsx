import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { FileDrop } from "../../file-drop";
import { PlanProgress } from "../../plan-progress";
import { FileCard } from "./file-card";
import { isReady, type UsageImportControl } from "./use-usage-import";
import type { FilesControl } from "./use-files";
import type { ImportFile } from "./import-file";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  hint: { color: tokens.colorNeutralForeground2 },
  button: { alignSelf: "flex-start" },
});

/** Whether a file holds up the import: it can be read once the user has said something. */
function waits({ inspection, choice }: ImportFile): boolean {
  if (inspection === undefined) return true;
  if (choice) return choice.reading.kind === "ask" || choice.reading.kind === "reading";
  if (inspection.kind === "unknown") return inspection.columns.length > 1;
  return inspection.kind === "recognised";
}

interface ImportSectionProps {
  readonly files: FilesControl;
  readonly usage: UsageImportControl;
}

/** The files, what has to be said about them, and their import. */
export function ImportSection({ files, usage }: ImportSectionProps) {
  const styles = useStyles();
  const { run, start, cancel, loaded, isOutdated } = usage;
  const isBusy = run.state === "running";
  const section = useRef<HTMLElement>(null);
  const ready = files.files.filter(isReady);
  const waiting = files.files.filter(waits);
  const canStart = !isBusy && ready.length > 0 && waiting.length === 0;
  return (
    <section ref={section} className={styles.root} aria-labelledby="usage-files">
      <h2 id="usage-files" className={styles.title}>
        Files
      </h2>
      <div className={styles.hint}>
        Exports of usage from a provider or gateway, of revenue, and of other costs by customer:
        CSV, JSON, JSONL or Parquet, packed or not. They are read here and never leave your
        computer; e-mails, IP addresses and prompts are left out.
      </div>
      <FileDrop
        label="Usage and revenue files"
        invitation="Drop exports here, or"
        button="Choose files …"
        isMultiple
        isBusy={isBusy}
        onFiles={files.add}
      />
      {files.files.map((own) => (
        <FileCard
          key={own.id}
          own={own}
          files={files}
          outcome={loaded?.outcomes.find(({ name }) => name === own.file.name)}
          isBusy={isBusy}
          onRemove={() => {
            flushSync(() => {
              files.remove(own.id);
            });
            // The button is gone: the keyboard goes on where files are chosen.
            section.current?.querySelector("button")?.focus();
          }}
        />
      ))}
      {files.files.length > 0 && (
        <>
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={!canStart}
            onClick={() => {
              if (canStart) void start();
            }}
          >
            {ready.length === 1 ? "Import usage" : `Import ${ready.length} files of usage`}
          </Button>
          {waiting.length > 0 && (
            <div>{`To be answered first: ${waiting.map(({ file }) => file.name).join(", ")}.`}</div>
          )}
          {waiting.length === 0 && ready.length === 0 && (
            <div>None of these files holds usage that can be imported.</div>
          )}
          {isOutdated && <div>The files have changed since the import: import them again.</div>}
        </>
      )}
      <PlanProgress run={run} onCancel={cancel} />
    </section>
  );
}
