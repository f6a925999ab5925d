import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { showPercent } from "../../show-number";
import type { ListedScenario } from "./use-saved-scenarios";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    paddingBlock: "8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorPaletteRedForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "4px" },
  // The label begins where names without a checkbox begin.
  choice: { marginInlineStart: "-8px" },
});

// Always en-US, as the numbers are.
const BUILT = new Intl.DateTimeFormat("en-US", {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function built(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? "" : `Built ${BUILT.format(time)}`;
}

/** What can be done with a scenario of the workbook. */
export interface SavedActions {
  readonly onOpen: (id: string) => void;
  readonly onDuplicate: (id: string) => void;
  readonly onShow: (sheet: string) => void;
  readonly onRemove: (id: string) => void;
}

interface SavedItemProps extends SavedActions {
  readonly listed: ListedScenario;
  /** Whether it is chosen for comparing; undefined where there is nothing to compare it with. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One scenario of the workbook. */
export function SavedItem({ listed, isChosen, onChoose, ...actions }: SavedItemProps) {
  const styles = useStyles();
  const { saved, margin } = listed;
  const { id, name, sheets, content } = saved;
  const summary = sheets.get("summary");
  const isRead = "scenario" in content;
  const details = isRead
    ? [
        typeof margin === "number" ? `${showPercent(margin)} blended` : "",
        built(content.at),
        content.missing.length > 0 ? `Deleted: ${content.missing.join(", ")}` : "",
      ]
    : [];
  const button = (label: string, act: () => void) => (
    <Button size="small" aria-label={`${label} ${name}`} onClick={act}>
      {label}
    </Button>
  );
  return (
    <li className={styles.root}>
      {isRead && isChosen !== undefined ? (
        <Checkbox
          className={styles.choice}
          label={<span className={styles.name}>{name}</span>}
          checked={isChosen}
          onChange={(_event, { checked }) => {
            onChoose(checked === true);
          }}
        />
      ) : (
        <span className={styles.name}>{name}</span>
      )}
      {isRead ? (
        <div className={styles.detail}>{details.filter((detail) => detail !== "").join(" · ")}</div>
      ) : (
        <div className={styles.problem}>{content.problem}</div>
      )}
      <div className={styles.buttons}>
        {isRead &&
          button("Open", () => {
            actions.onOpen(id);
          })}
        {isRead &&
          button("Duplicate", () => {
            actions.onDuplicate(id);
          })}
        {summary !== undefined &&
          button("Go to", () => {
            actions.onShow(summary);
          })}
        {button("Remove", () => {
          actions.onRemove(id);
        })}
      </div>
    </li>
  );
}
