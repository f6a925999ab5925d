import { makeStyles, tokens } from "@fluentui/react-components";
import { NO_RECORDS } from "../../../usage/read/inspect";
import { showCount } from "../../show-number";
import type { Choice } from "./import-file";
import { ProblemList } from "./problem-list";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "4px" },
  hint: { color: tokens.colorNeutralForeground2 },
});

function rowsInWords({ format, reading }: Choice): string | undefined {
  switch (reading.kind) {
    case "reading":
      return "Reading …";
    case "ask":
      return undefined;
    case "failed":
      return `It cannot be read like this: ${reading.why}`;
    case "usage": {
      const { preview, problems, notes } = reading.reading;
      if (preview.length > 0) return "Ready to import.";
      if (notes.includes(NO_RECORDS)) return "There is nothing to import in it.";
      return problems.length > 0
        ? "None of its first rows can be read: see what is wrong with them."
        : "None of its first rows counts as usage.";
    }
    case "lines": {
      const { rows, rejected } = reading.lines;
      const what = format.holds === "costs" ? "other costs" : "revenue";
      const read = `${showCount(rows.length)} lines of ${what} are read`;
      return rejected > 0 ? `${read}, ${showCount(rejected)} are not.` : `${read}.`;
    }
  }
}

/** What a file was recognised as and why, what is left out of it, and how it reads. */
export function FileReadingText({ choice }: { readonly choice: Choice }) {
  const styles = useStyles();
  const { format, because, reading } = choice;
  const told = reading.kind === "usage" ? reading.reading : undefined;
  const lines = reading.kind === "lines" ? reading.lines : undefined;
  const { notes, dropped, problems } = told ?? lines ?? { notes: [], dropped: [], problems: [] };
  const rows = rowsInWords(choice);
  return (
    <div className={styles.root}>
      <div>
        <strong>{format.name}</strong>
        {because.length > 0 && (
          <span className={styles.hint}>{` by its columns ${because.join(", ")}`}</span>
        )}
      </div>
      {rows !== undefined && <div role="status">{rows}</div>}
      {dropped.length > 0 && (
        <div className={styles.hint}>{`Personal data is not read: ${dropped.join(", ")}.`}</div>
      )}
      {notes.map((note) => (
        <div key={note} className={styles.hint}>
          {note}
        </div>
      ))}
      {problems.length > 0 && (
        <ProblemList
          title={told ? "Wrong with the first rows" : "Rows that were not read"}
          problems={problems}
          count={problems.length}
        />
      )}
    </div>
  );
}
