import { makeStyles, tokens } from "@fluentui/react-components";
import type { Problem } from "../../../usage";
import { Fold } from "../../fold";
import { ShownInPart } from "../../shown-in-part";
import { showCount } from "../../show-number";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  line: { paddingBlock: "4px", overflowWrap: "anywhere" },
  place: { fontWeight: tokens.fontWeightSemibold },
});

interface ProblemListProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  /** How many there are; the list may hold the first alone. */
  readonly count: number;
  readonly children?: ReactNode;
}

/** What is wrong with rows: where, what was expected and what is there. */
export function ProblemList({ title, problems, count, children }: ProblemListProps) {
  const styles = useStyles();
  const shown =
    problems.length < count
      ? `${showCount(count)}, the first ${showCount(problems.length)} listed`
      : showCount(count);
  return (
    <Fold title={title} detail={`(${shown})`}>
      <ShownInPart label={title} items={problems}>
        {(problem) => (
          <div className={styles.line}>
            <span className={styles.place}>
              {"line" in problem ? `Line ${showCount(problem.line)}` : problem.path}
            </span>
            {problem.column !== "" && `, ${problem.column}`}
            {`: expected ${problem.expected}, received ${problem.received}`}
          </div>
        )}
      </ShownInPart>
      {children}
    </Fold>
  );
}
