import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { PANELS } from "./panels";

const useStyles = makeStyles({ tabs: { flexWrap: "wrap" } });

const COUNT = PANELS.length;

/** Where each key leads from a tab. */
const MOVES: Readonly<Record<string, (from: number) => number>> = {
  ArrowRight: (from) => (from + 1) % COUNT,
  ArrowLeft: (from) => (from + COUNT - 1) % COUNT,
  Home: () => 0,
  End: () => COUNT - 1,
};

interface PaneTabsProps {
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** The tabs: one stop for the Tab key, arrow keys between them. */
export function PaneTabs({ shown, onShow }: PaneTabsProps) {
  const styles = useStyles();

  function move(event: KeyboardEvent): void {
    const to = MOVES[event.key]?.(PANELS.findIndex(({ id }) => id === shown));
    const panel = to === undefined ? undefined : PANELS[to];
    if (!panel) return;
    event.preventDefault();
    onShow(panel.id);
    document.getElementById(`tab-${panel.id}`)?.focus();
  }

  return (
    // Fluent's own arrow keys come with hidden elements that take the focus, which axe rejects.
    <TabList
      data-tabster={undefined}
      aria-label="AI margin"
      className={styles.tabs}
      selectedValue={shown}
      onTabSelect={(_event, { value }) => {
        onShow(String(value));
      }}
      onKeyDown={move}
    >
      {PANELS.map(({ id, label }) => (
        <Tab
          key={id}
          id={`tab-${id}`}
          value={id}
          aria-controls={`panel-${id}`}
          tabIndex={id === shown ? 0 : -1}
        >
          {label}
        </Tab>
      ))}
    </TabList>
  );
}
