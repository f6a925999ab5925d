import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { NAMESPACE } from "../../../functions";
import { emptyCall, shownCall } from "./example-call";
import type { FunctionEntry } from "./function-entries";
import { LiveExample } from "./live-example";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px", paddingBottom: "12px" },
  signature: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  parameters: { margin: 0, display: "flex", flexDirection: "column", rowGap: "4px" },
  name: { fontWeight: tokens.fontWeightSemibold },
  meaning: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  example: {
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  link: { overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
});

interface FunctionDetailsProps {
  readonly entry: FunctionEntry;
  readonly now: () => Date;
  /** Writes a formula into the selected cell; the cell's address, or undefined after an error. */
  readonly insert: (formula: string) => Promise<string | undefined>;
}

/** One function: its signature, its parameters, a live example, and ways into a cell. */
export function FunctionDetails({ entry, now, insert }: FunctionDetailsProps) {
  const styles = useStyles();
  const [insertedIn, setInsertedIn] = useState<string | undefined>();
  const { id, definition, metadata } = entry;
  const shown = shownCall(id, definition, now());
  const names = definition.params.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return (
    <div className={styles.root}>
      <div className={styles.signature}>
        ={NAMESPACE}.{id}({names.join(", ")})
      </div>
      <dl className={styles.parameters}>
        {definition.params.map((parameter, i) => (
          <div key={parameter.name}>
            <dt>
              <span className={styles.name}>{parameter.name}</span>
              {parameter.optional && ", optional"}
            </dt>
            <dd className={styles.meaning}>{metadata?.parameters[i]?.description}</dd>
          </div>
        ))}
      </dl>
      {shown && (
        <div className={styles.example}>
          <div>Example: {shown.example.it}</div>
          <LiveExample
            call={shown}
            headings={definition.shape === "table" ? definition.headings : undefined}
          />
        </div>
      )}
      <div className={styles.buttons}>
        {shown && (
          <Button
            appearance="primary"
            size="small"
            onClick={() => {
              void insert(shown.formula).then(setInsertedIn);
            }}
          >
            Insert
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            void insert(emptyCall(id, definition, now()).formula).then(setInsertedIn);
          }}
        >
          Insert empty
        </Button>
        <Link
          className={styles.link}
          href={`help/${id.toLowerCase()}.html`}
          target="_blank"
          rel="noreferrer"
        >
          Help on {id}
        </Link>
      </div>
      <div role="status">{insertedIn && `Inserted in ${insertedIn}.`}</div>
    </div>
  );
}
