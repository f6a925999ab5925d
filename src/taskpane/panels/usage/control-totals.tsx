import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { problemsCsv } from "../../../usage/engines/problems-csv";
import type { LoadedFile } from "../../../usage/engines/usage-engine";
import type { ImportedAmounts, ImportRecord } from "../../../usage/sheets/import-record";
import { type SaveText, savedInWords } from "../../save-file";
import { showAmount, showCount } from "../../show-number";
import { ProblemList } from "./problem-list";

const NANO = 1e9;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px", overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  file: { display: "flex", flexDirection: "column", rowGap: "4px" },
});

function tally({ read, loaded, rejected, duplicates, excluded }: ImportRecord["rows"]): string {
  const parts = [
    `${showCount(loaded)} loaded`,
    `${showCount(rejected)} rejected`,
    `${showCount(duplicates)} duplicates`,
    `${showCount(excluded)} left out`,
  ];
  return `${showCount(read)} rows read = ${parts.join(" + ")}`;
}

/** What became of the amounts that were read, in one currency. */
function amountsInWords(amounts: ImportedAmounts): string {
  const { currency, readNano, loadedNano, rejectedNano, duplicatesNano, excludedNano } = amounts;
  const show = (nano: bigint) => showAmount(Number(nano) / NANO, currency);
  if (readNano === null || rejectedNano === null) {
    return `${show(loadedNano)} loaded; what was read of rejected rows is not known.`;
  }
  const leftOver = readNano - loadedNano - rejectedNano - duplicatesNano - excludedNano;
  const parts = [
    `${show(loadedNano)} loaded`,
    `${show(rejectedNano)} rejected`,
    `${show(duplicatesNano)} duplicates`,
    `${show(excludedNano)} left out`,
  ];
  const lost = leftOver === 0n ? "" : ` It does not add up: ${show(leftOver)} is left over.`;
  return `${show(readNano)} read = ${parts.join(" + ")}.${lost}`;
}

/** When the file's rows are, in whole days in UTC. */
function period({ first, last }: ImportRecord): string | undefined {
  if (first === null || last === null) return undefined;
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  // The last instant is the first one after.
  return `${day(first)} to ${day(Math.max(first, last - 1))}, UTC`;
}

interface ControlTotalsProps {
  readonly records: readonly ImportRecord[];
  readonly loaded: readonly LoadedFile[];
  readonly saveText: SaveText;
  readonly report: (error: unknown) => void;
}

/** What became of every row of every file. */
export function ControlTotals({ records, loaded, saveText, report }: ControlTotalsProps) {
  const styles = useStyles();
  const [said, setSaid] = useState("");
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>Control totals</h3>
      {records.map((record) => {
        const file = loaded.find(({ name }) => name === record.fileName);
        const when = period(record);
        return (
          <div key={record.fileName} className={styles.file}>
            <div>
              <strong>{record.fileName}</strong>
              {when !== undefined && `, ${when}`}
            </div>
            <div>{`${tally(record.rows)}.`}</div>
            {record.amounts.map((amounts) => (
              <div key={amounts.currency}>{amountsInWords(amounts)}</div>
            ))}
            {file?.leftOut.map(({ because, rows }) => (
              <div key={because}>{`Left out: ${showCount(rows)}, ${because}.`}</div>
            ))}
            {file?.notes.map((note) => (
              <div key={note}>{note}</div>
            ))}
            {file && file.problemCount > 0 && (
              <ProblemList
                title={`Rejected rows of ${file.name}`}
                problems={file.problems}
                count={file.problemCount}
              >
                <Button
                  size="small"
                  onClick={() => {
                    const name = `Problems of ${file.name.replace(/\.[^.]*$/, "")}.csv`;
                    saveText(problemsCsv(file.problems, file.problemCount), name).then((saved) => {
                      setSaid(savedInWords(saved));
                    }, report);
                  }}
                >
                  Download the list as CSV
                </Button>
              </ProblemList>
            )}
          </div>
        );
      })}
      <div role="status" aria-label="List of problems">
        {said}
      </div>
    </div>
  );
}
