import { makeStyles } from "@fluentui/react-components";
import { showCount } from "../../../show-number";
import { sizeInWords } from "../size-in-words";
import type { ServerOutcome } from "../use-usage-import";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "4px", overflowWrap: "anywhere" },
});

/** What a server read, what it left out, and what came here. */
export function ServerTotals({
  server: { record, leftOut, notes },
}: {
  readonly server: ServerOutcome;
}) {
  const styles = useStyles();
  const { fileName, server } = record;
  if (server === undefined) return null;
  const { period, customer, rowsRead, bytesReceived, isApproximate } = server;
  return (
    <div className={styles.root}>
      <div>
        <strong>{fileName}</strong>
        {`, ${period}, customers by ${customer ?? "nothing of it"}`}
      </div>
      <div>
        {`The server read ${showCount(rowsRead)} rows in all its queries; ${sizeInWords(bytesReceived)} of sums came here.`}
      </div>
      {isApproximate && <div>P50, P90 and P99 of tasks are approximate.</div>}
      {leftOut.map(({ because, rows }) => (
        <div key={because}>{`Left out: ${showCount(rows)}, ${because}.`}</div>
      ))}
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    </div>
  );
}
