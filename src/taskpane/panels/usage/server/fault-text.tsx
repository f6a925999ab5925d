import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ClickHouseError } from "../../../../usage/engines/clickhouse/connection";
import { CopyButton } from "../../../copy-button";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
  text: { overflowWrap: "anywhere", whiteSpace: "normal", paddingBlock: "8px" },
  advice: {
    margin: 0,
    padding: "8px",
    maxHeight: "240px",
    overflow: "auto",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** What is wrong with a connection or a query, and what can be done about it. */
export function FaultText({ fault }: { readonly fault: ClickHouseError | undefined }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.root}>
      {fault && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.text}>{fault.message}</MessageBarBody>
        </MessageBar>
      )}
      {fault && fault.advice !== "" && (
        <>
          <pre className={styles.advice} tabIndex={0} aria-label="What can be done">
            {fault.advice}
          </pre>
          <CopyButton label="Copy what can be done" text={fault.advice} />
        </>
      )}
    </div>
  );
}
