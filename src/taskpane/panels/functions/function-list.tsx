import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { FunctionDetails } from "./function-details";
import type { FunctionEntry } from "./function-entries";

const useStyles = makeStyles({
  group: {
    margin: "12px 0 4px",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  title: { display: "block", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  meaning: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  header: { "& button": { paddingBlock: "6px", textAlign: "left" } },
  panel: { marginInline: "8px" },
});

interface FunctionListProps {
  readonly entries: readonly FunctionEntry[];
  readonly now: () => Date;
  readonly insert: (formula: string) => Promise<string | undefined>;
}

/** Functions by group; one is open at a time. */
export function FunctionList({ entries, now, insert }: FunctionListProps) {
  const styles = useStyles();
  const groups = [...new Set(entries.map(({ group }) => group))];
  return (
    <Accordion collapsible>
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h2 className={styles.group}>{group}</h2>
          {entries
            .filter((entry) => entry.group === group)
            .map((entry) => (
              <AccordionItem key={entry.id} value={entry.id}>
                <AccordionHeader as="h3" expandIconPosition="end" className={styles.header}>
                  <span>
                    <span className={styles.title}>{entry.id}</span>{" "}
                    <span className={styles.meaning}>{entry.metadata?.description}</span>
                  </span>
                </AccordionHeader>
                <AccordionPanel className={styles.panel}>
                  <FunctionDetails entry={entry} now={now} insert={insert} />
                </AccordionPanel>
              </AccordionItem>
            ))}
        </section>
      ))}
    </Accordion>
  );
}
