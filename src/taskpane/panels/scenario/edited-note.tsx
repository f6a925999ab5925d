import { makeStyles, tokens } from "@fluentui/react-components";
import type { InputChange } from "../../../scenario/saved-scenario-changes";
import { showPlain, showRoundPercent } from "../../show-number";
import { isoDate } from "./field-text";
import type { Edited } from "./use-scenario-editing";

const useStyles = makeStyles({
  root: {
    padding: "8px 12px",
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  list: { marginBlock: "4px", paddingInlineStart: "20px" },
});

function shownValue(value: InputChange["built"], format: InputChange["format"]): string {
  if (value === null) return "blank";
  if (typeof value !== "number") return String(value);
  if (format === "date") return isoDate(value);
  return format === "percent" ? showRoundPercent(value) : showPlain(value);
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `One ${one}` : `${count} ${many}`;
}

interface ChangesProps {
  readonly intro: string;
  readonly changes: readonly InputChange[];
}

function Changes({ intro, changes }: ChangesProps) {
  const styles = useStyles();
  if (changes.length === 0) return null;
  return (
    <>
      <div>{intro}</div>
      <ul className={styles.list}>
        {changes.map(({ label, format, built, now }) => (
          <li key={label}>
            {`${label}: ${shownValue(built, format)} → ${shownValue(now, format)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which scenario of the workbook the form holds, and what its sheets have that it was not built with. */
export function EditedNote({ edited }: { readonly edited: Edited }) {
  const styles = useStyles();
  const { name, missing, changes } = edited;
  const { taken = [], left = [], moved = [] } = changes ?? {};
  return (
    <div className={styles.root}>
      <div role="status" aria-label="What the form holds">
        {`You edit “${name}”.`}
      </div>
      <Changes
        intro={`${counted(taken.length, "input was", "inputs were")} changed on the sheets after they were built. The form has what the sheets have now:`}
        changes={taken}
      />
      <Changes
        intro={`${counted(left.length, "input was", "inputs were")} changed on the sheets in a way that the form cannot hold. The form has what was built:`}
        changes={left}
      />
      {moved.length > 0 && (
        <div>
          {`Rows, columns or labels were moved or changed on ${moved.join(", ")}: whether inputs were changed there cannot be told. The form has what was built.`}
        </div>
      )}
      {missing.length > 0 && <div>{`Sheets that were deleted: ${missing.join(", ")}.`}</div>}
    </div>
  );
}
