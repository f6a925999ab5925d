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
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes workbooks that are dropped on it or chosen. */
export function FileDrop({ isBusy, onFiles }: FileDropProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      role="group"
      aria-label="Workbook file"
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
      <span>Drop an .xlsx or .xlsm file here, or</span>
      <Button
        disabledFocusable={isBusy}
        onClick={() => {
          if (!isBusy) input.current?.click();
        }}
      >
        Choose a file …
      </Button>
      {/* Of any kind: what cannot be read is told why. */}
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Workbook to copy"
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
