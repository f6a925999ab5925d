import { Button, makeStyles } from "@fluentui/react-components";
import { type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
});

const FIRST = 10;
/** As many as a browser adds to a page without a pause that is felt. */
const MORE = 200;

interface ShownInPartProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly children: (item: T) => ReactNode;
}

/** A list of which the first lines are shown until more are asked for. */
export function ShownInPart<T>({ label, items, children }: ShownInPartProps<T>) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(FIRST);
  const rest = items.length - shown;

  function showMore(): void {
    flushSync(() => {
      setShown(shown + MORE);
    });
    // The button may be gone: the keyboard goes on with what is new.
    const next = list.current?.children[shown];
    if (next instanceof HTMLElement) next.focus();
  }

  return (
    <>
      <ul ref={list} aria-label={label} className={styles.list}>
        {items.slice(0, shown).map((item, i) => (
          <li key={i} tabIndex={-1}>
            {children(item)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={showMore}>
          {rest > MORE ? `Show ${MORE} more of ${items.length}` : `Show all ${items.length}`}
        </Button>
      )}
    </>
  );
}
