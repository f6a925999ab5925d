import { makeStyles, tokens } from "@fluentui/react-components";
import type { Answer } from "../../../functions/broadcast";
import { showPlain } from "../../show-number";
import { type Call, isError } from "./example-call";

const useStyles = makeStyles({
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  result: { fontWeight: tokens.fontWeightSemibold },
  scroll: { overflowX: "auto", maxWidth: "100%" },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      padding: "2px 8px 2px 0",
      textAlign: "left",
      whiteSpace: "nowrap",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
});

/** Rows of a spilled table that are shown below its heading. */
const SHOWN_ROWS = 3;

function showAnswer(answer: Answer | undefined): string {
  if (answer === undefined) return "";
  if (isError(answer)) return `${answer.code} (${answer.message})`;
  return typeof answer === "number" ? showPlain(answer) : answer;
}

interface LiveExampleProps {
  readonly call: Call;
  /** Heading of the table that is spilled; undefined for a function with one answer. */
  readonly headings: readonly string[] | undefined;
}

/** A call and what it gives, worked out at this moment. */
export function LiveExample({ call, headings }: LiveExampleProps) {
  const styles = useStyles();
  const answers = call.answers();
  const isTable = headings !== undefined && answers.length > 1;
  return (
    <>
      <div className={styles.formula}>{call.formula}</div>
      {isTable ? (
        // A region that scrolls has to be reached by keyboard.
        <div className={styles.scroll} role="group" aria-label="Result" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answers.slice(1, 1 + SHOWN_ROWS).map((row, i) => (
                <tr key={i}>
                  {row.map((answer, j) => (
                    <td key={j}>{showAnswer(answer)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className={styles.result}>= {showAnswer(answers[0]?.[0])}</div>
      )}
    </>
  );
}
