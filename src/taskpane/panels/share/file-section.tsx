import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { HostError } from "../../../workbook/host";
import { breathe } from "../../breathe";
import type { PanelProps } from "../../panel-props";
import { savedInWords } from "../../save-file";
import type { CopyFacts, SharedCopy, WorkbookFile } from "../../share-file";
import { FileDrop } from "../../file-drop";
import { PreparedByField } from "./prepared-by-field";
import { ShareResult } from "./share-result";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  hint: { color: tokens.colorNeutralForeground2 },
});

function factsInWords({ isMacroEnabled, isSigned, calculatesOnOpening }: CopyFacts): string[] {
  return [
    ...(isMacroEnabled ? ["Its macros are kept as they are, so the copy ends in .xlsm."] : []),
    ...(isSigned ? ["Its digital signature is left out: no copy can keep it."] : []),
    ...(calculatesOnOpening
      ? ["Excel calculates all of it anew when it is opened, as it did with the original."]
      : []),
  ];
}

async function contentOf(file: File): Promise<WorkbookFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    throw new HostError(
      `“${file.name}” could not be read. It may have been moved, or be open elsewhere.`,
      String(error),
      { cause: error },
    );
  }
}

interface FileSectionProps extends Pick<PanelProps, "shareFile" | "workbookFile" | "report"> {
  readonly preparedBy: string;
  readonly onPreparedBy: (value: string) => void;
}

/** Share-safe copies of files, and of the open workbook where the host hands it out. */
export function FileSection(props: FileSectionProps) {
  const { shareFile, workbookFile, preparedBy, onPreparedBy, report } = props;
  const styles = useStyles();
  const [said, setSaid] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [copy, setCopy] = useState<SharedCopy>();

  async function make(what: string, file: () => Promise<WorkbookFile>): Promise<void> {
    if (isBusy) return;
    report(undefined);
    setCopy(undefined);
    setIsBusy(true);
    setSaid(`Making a share-safe copy of ${what} …`);
    try {
      const { name, bytes } = await file();
      // What follows takes its time: first the page shows that it does.
      await breathe();
      const by = preparedBy.trim();
      const made = await (by === "" ? shareFile(bytes, name) : shareFile(bytes, name, by));
      setCopy(made);
      setSaid(savedInWords(made.saved));
    } catch (error) {
      setSaid("");
      report(error);
    } finally {
      setIsBusy(false);
    }
  }

  function take(files: readonly File[]): void {
    const [file, ...more] = files;
    if (!file) return;
    if (more.length > 0) report(new HostError("One workbook at a time, please.", "several files"));
    else void make(`“${file.name}”`, () => contentOf(file));
  }

  return (
    <section className={styles.root} aria-labelledby="share-file">
      <h2 id="share-file" className={styles.title}>
        As a new file
      </h2>
      <div className={styles.hint}>
        The file itself stays as it is: you get a copy without AIM formulas, and with everything
        else in it. AIM sends it nowhere.
      </div>
      <PreparedByField into="copy" value={preparedBy} onChange={onPreparedBy} />
      {workbookFile && (
        <Button disabledFocusable={isBusy} onClick={() => void make("this workbook", workbookFile)}>
          Share-safe copy of this workbook
        </Button>
      )}
      <FileDrop
        label="Workbook file"
        invitation="Drop an .xlsx or .xlsm file here, or"
        button="Choose a file …"
        isBusy={isBusy}
        onFiles={take}
      />
      <div role="status" aria-label="Share-safe copy">
        {said}
      </div>
      {copy && <ShareResult report={copy.report} notes={factsInWords(copy.facts)} />}
    </section>
  );
}
