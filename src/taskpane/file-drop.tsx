import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "16px 12px",
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    // What remains where colours are forced.
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
});

interface FileDropProps {
  /** What it takes, for screen readers. */
  readonly label: string;
  /** What stands before the button, such as "Drop a file here, or". */
  readonly invitation: string;
  readonly button: string;
  readonly isMultiple?: boolean;
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files that are dropped on it or chosen. */
export function FileDrop(props: FileDropProps) {
  const { label, invitation, button, isMultiple = false, isBusy, onFiles } = props;
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      role="group"
      aria-label={label}
      className={mergeClasses(styles.root, isOver && styles.over)}
      onDragOver={(event) => {
        // Otherwise the browser opens the file in place of the pane.
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        if (!isBusy) onFiles([...event.dataTransfer.files]);
      }}
    >
      <span>{invitation}</span>
      <Button
        disabledFocusable={isBusy}
        onClick={() => {
          if (!isBusy) input.current?.click();
        }}
      >
        {button}
      </Button>
      {/* Of any kind: what cannot be read is told why. */}
      <input
        ref={input}
        type="file"
        hidden
        multiple={isMultiple}
        aria-label={`${label} to choose`}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was changed.
          event.target.value = "";
          onFiles(files);
        }}
      />
    </div>
  );
}
