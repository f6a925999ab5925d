import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { type SavedScenario, sheetsOfScenario } from "../../../scenario/saved-scenarios";
import type { Host } from "../../../workbook/host";
import { RemoveDialog } from "./remove-dialog";
import { type SavedActions, SavedItem } from "./saved-item";
import type { SavedScenarios } from "./use-saved-scenarios";

const useStyles = makeStyles({
  root: { maxWidth: "900px", marginBottom: "16px" },
  head: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "8px",
    paddingBottom: "4px",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  compare: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    paddingTop: "4px",
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface SavedSectionProps extends Pick<SavedActions, "onOpen" | "onDuplicate"> {
  readonly host: Host;
  readonly library: SavedScenarios;
  readonly isRunning: boolean;
  readonly onCompare: (ids: readonly string[]) => void;
  readonly onRemoved: (id: string) => void;
  readonly report: (error: unknown) => void;
}

/** The scenarios of the workbook: to open, copy, find, compare and remove. */
export function SavedSection({ host, library, report, ...props }: SavedSectionProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const [asked, setAsked] = useState<{ saved: SavedScenario; from: Element | null }>();
  const { list, refresh } = library;
  const readable = (list ?? []).filter(({ saved }) => "scenario" in saved.content);
  const compared = readable.map(({ saved }) => saved.id).filter((id) => chosen.includes(id));

  /** One thing at a time; what goes wrong is told in the pane's message bar. */
  async function attempt(act: () => Promise<void>): Promise<void> {
    if (props.isRunning) return;
    report(undefined);
    setSaid("");
    await act().catch(report);
  }

  async function ask(id: string): Promise<void> {
    const from = document.activeElement;
    // What is listed are the sheets by the names that they have now.
    const saved = (await refresh()).find((one) => one.id === id);
    if (saved) setAsked({ saved, from });
  }

  async function answered(isMeant: boolean): Promise<void> {
    if (!asked) return;
    const { saved, from } = asked;
    setAsked(undefined);
    if (!isMeant) {
      if (from instanceof HTMLElement) from.focus();
      return;
    }
    heading.current?.focus();
    const sheets = sheetsOfScenario(saved);
    await host.remove(sheets);
    props.onRemoved(saved.id);
    await refresh();
    setSaid(
      `Removed “${saved.name}”: ${sheets.length === 1 ? "one sheet" : `${sheets.length} sheets`}.`,
    );
  }

  return (
    <section className={styles.root} aria-labelledby="saved-scenarios">
      <div className={styles.head}>
        <h2 ref={heading} id="saved-scenarios" tabIndex={-1} className={styles.title}>
          Scenarios in this workbook
        </h2>
        <Button
          size="small"
          onClick={() => {
            void attempt(async () => {
              await refresh();
            });
          }}
        >
          Refresh
        </Button>
      </div>
      {list?.length === 0 && <div className={styles.hint}>None yet. Build one below.</div>}
      <ul className={styles.list}>
        {list?.map((listed) => (
          <SavedItem
            key={listed.saved.id}
            listed={listed}
            isChosen={readable.length > 1 ? chosen.includes(listed.saved.id) : undefined}
            onChoose={(isChosen) => {
              const others = chosen.filter((id) => id !== listed.saved.id);
              setChosen(isChosen ? [...others, listed.saved.id] : others);
            }}
            onOpen={props.onOpen}
            onDuplicate={props.onDuplicate}
            onShow={(sheet) => void attempt(() => host.show(sheet))}
            onRemove={(id) => void attempt(() => ask(id))}
          />
        ))}
      </ul>
      {readable.length > 1 && (
        <div className={styles.compare}>
          <Button
            size="small"
            disabledFocusable={compared.length < 2 || props.isRunning}
            onClick={() => {
              props.onCompare(compared);
            }}
          >
            Compare
          </Button>
          <span className={styles.hint}>
            {compared.length < 2
              ? "Tick two or more to set them side by side."
              : `${compared.length} side by side on a new sheet.`}
          </span>
        </div>
      )}
      <div role="status" aria-label="Saved scenarios">
        {said}
      </div>
      {asked && (
        <RemoveDialog
          saved={asked.saved}
          onAnswer={(isMeant) => void attempt(() => answered(isMeant))}
        />
      )}
    </section>
  );
}
