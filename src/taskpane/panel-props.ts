import type { FunctionMetadata } from "../functions/function-metadata";
import type { Host } from "../workbook/host";
import type { SaveFile } from "./save-file";
import type { ShareFile, WorkbookFile } from "./share-file";

/** What every panel of the pane gets. */
export interface PanelProps {
  readonly host: Host;
  /** The clock: its date is written into calls that look up a dated price. */
  readonly now: () => Date;
  /** The texts of functions and parameters, as functions.json holds them. */
  readonly loadMetadata: () => Promise<readonly FunctionMetadata[]>;
  readonly saveFile: SaveFile;
  readonly shareFile: ShareFile;
  /** The open workbook as a file, where the host hands it out. */
  readonly workbookFile?: (() => Promise<WorkbookFile>) | undefined;
  /** Shows an error in the pane's message bar; undefined takes it away. */
  readonly report: (error: unknown) => void;
}
