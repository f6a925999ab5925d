import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  fold: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& > summary": {
      cursor: "pointer",
      paddingBlock: "8px",
      overflowWrap: "anywhere",
      fontWeight: tokens.fontWeightSemibold,
    },
    "& > summary > span": {
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightRegular,
    },
  },
  body: { display: "flex", flexDirection: "column", rowGap: "12px", paddingBottom: "12px" },
});

interface FoldProps {
  readonly title: string;
  readonly detail?: string;
  /** Whether it is open at first. */
  readonly isOpen?: boolean;
  /** Told whenever it is opened or closed. */
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A part of a section that is opened when it is needed. */
export function Fold({ title, detail, isOpen, onToggle, children }: FoldProps) {
  const styles = useStyles();
  return (
    <details
      className={styles.fold}
      {...(isOpen === true && { open: true })}
      onToggle={(event) => {
        onToggle?.(event.currentTarget.open);
      }}
    >
      <summary>
        {title}
        {detail !== undefined && <span>{` ${detail}`}</span>}
      </summary>
      <div role="group" aria-label={title} className={styles.body}>
        {children}
      </div>
    </details>
  );
}
