import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { type SavedFile, savedInWords } from "./save-file";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
});

interface DownloadButtonProps {
  /** What the file holds, where others are offered beside it. */
  readonly what?: string;
  /** Saves the file; undefined where there is nothing to save yet. */
  readonly save: () => Promise<SavedFile> | undefined;
  readonly report: (error: unknown) => void;
}

/** Makes a file of what was built, and says where it went. */
export function DownloadButton({ what, save, report }: DownloadButtonProps) {
  const styles = useStyles();
  const [status, setStatus] = useState("");
  const [isBusy, setIsBusy] = useState(false);

  async function start(): Promise<void> {
    setStatus("");
    report(undefined);
    try {
      const saving = save();
      if (!saving) return;
      setIsBusy(true);
      setStatus("Writing the file …");
      setStatus(savedInWords(await saving));
    } catch (error) {
      setStatus("");
      report(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className={styles.root}>
      <Button
        disabledFocusable={isBusy}
        onClick={() => {
          if (!isBusy) void start();
        }}
      >
        {what === undefined ? "Download .xlsx" : `Download ${what}.xlsx`}
      </Button>
      <div role="status" aria-label={what === undefined ? "Download" : `Download of ${what}`}>
        {status}
      </div>
    </div>
  );
}
