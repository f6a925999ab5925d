import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Outcome } from "../../../usage/engines/usage-engine";
import { shown } from "../../../usage";
import { Fold } from "../../fold";
import { type ImportFile, withAnswer } from "./import-file";
import { FileReadingText } from "./file-reading-text";
import { MappingForm } from "./mapping-form";
import { QuestionField } from "./question-field";
import { RememberedNote } from "./remembered-note";
import { sizeInWords } from "./size-in-words";
import type { FilesControl } from "./use-files";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    padding: "8px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    alignItems: "flex-start",
    justifyContent: "space-between",
    columnGap: "8px",
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, minWidth: 0 },
  size: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  button: { flexShrink: 0 },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

/** What a file is, where it cannot be read as it is. */
function answerTo({ inspection }: ImportFile): string | undefined {
  switch (inspection?.kind) {
    case undefined:
      return "Looking into it …";
    case "empty":
      return "There is nothing in this file.";
    case "unreadable":
      return inspection.why;
    case "unusable":
      return `${inspection.name}: ${inspection.instead}`;
    default:
      return undefined;
  }
}

/** What is said of a file whose columns no known export has. */
function unknownInWords(columns: readonly string[]): string {
  const [only = "", ...others] = columns;
  return others.length > 0
    ? "No export that is known here has these columns: say which holds what."
    : `Its first line is a single column, “${shown(only)}”. Expected are the names of columns, separated by a comma, a semicolon, a tab or |.`;
}

interface FileCardProps {
  readonly own: ImportFile;
  readonly files: FilesControl;
  readonly outcome: Outcome | undefined;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

/** One file: what it is and why, what has to be said about it, and how it reads. */
export function FileCard({ own, files, outcome, isBusy, onRemove }: FileCardProps) {
  const styles = useStyles();
  const { id, file, inspection, choice } = own;
  const answer = answerTo(own);
  const card = useRef<HTMLDivElement>(null);
  const candidates = inspection?.kind === "recognised" ? inspection.candidates : [];
  return (
    <div ref={card} role="group" aria-label={file.name} tabIndex={-1} className={styles.root}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {file.name} <span className={styles.size}>{sizeInWords(file.size)}</span>
        </h3>
        <Button
          size="small"
          className={styles.button}
          aria-label={`Remove ${file.name}`}
          disabledFocusable={isBusy}
          onClick={() => {
            if (!isBusy) onRemove();
          }}
        >
          Remove
        </Button>
      </div>
      {answer !== undefined && <div>{answer}</div>}
      {candidates.length > 1 && (
        <Field label="What is it?" hint="Its columns fit more than one export.">
          <Select
            className={styles.input}
            value={choice?.format.id ?? ""}
            onChange={(_event, { value }) => {
              const chosen = candidates.find(({ format }) => format.id === value);
              if (chosen) files.choose(id, chosen.format, chosen.because);
            }}
          >
            <option value="">Choose …</option>
            {candidates.map(({ format }) => (
              <option key={format.id} value={format.id}>
                {format.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {inspection?.kind === "unknown" && (
        <>
          <div>{unknownInWords(inspection.columns)}</div>
          {inspection.columns.length > 1 && (
            <Fold title="Columns" isOpen={choice === undefined}>
              <MappingForm
                // What was forgotten goes out of its fields, too.
                key={`${choice?.hasKeptMapping === true}`}
                columns={inspection.columns}
                onFormat={(format) => {
                  files.choose(id, format, []);
                }}
              />
            </Fold>
          )}
        </>
      )}
      {choice && (
        <RememberedNote
          choice={choice}
          fileName={file.name}
          isBusy={isBusy}
          onForget={() => {
            files.forget(id);
            // The button goes: the keyboard stays at the file.
            card.current?.focus();
          }}
        />
      )}
      {choice?.asked.map((question) => (
        <QuestionField
          key={question.about}
          id={`question-${id}-${question.about}`}
          question={question}
          value={choice.answers[question.about]}
          onAnswer={(value) => {
            files.answer(id, withAnswer(choice.answers, question.about, value));
          }}
        />
      ))}
      {choice && <FileReadingText choice={choice} />}
      {outcome?.kind === "same" && (
        <div>{`The same file as “${outcome.as}”: it does not count twice.`}</div>
      )}
      {outcome?.kind === "failed" && <div>{`Not imported: ${outcome.why}`}</div>}
    </div>
  );
}
