import { Button, makeStyles, Textarea } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  text: { width: "100%" },
});

interface CopyButtonProps {
  readonly label: string;
  /** What is copied, and what the fallback shows. */
  readonly text: string;
}

/** Copies a text. Where the browser forbids it, as in some frames, the text is shown for copying by hand. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const styles = useStyles();
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("refused");
    }
  }

  return (
    <div className={styles.root}>
      <Button size="small" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status">
        {state === "copied" && "Copied"}
        {state === "refused" && "Press Ctrl+C to copy:"}
      </span>
      {state === "refused" && (
        <Textarea
          className={styles.text}
          aria-label="Text to copy"
          readOnly
          autoFocus
          rows={4}
          value={text}
          onFocus={(event) => {
            event.target.select();
          }}
        />
      )}
    </div>
  );
}
