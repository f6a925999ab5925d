import { createRoot } from "react-dom/client";
import type { FunctionMetadata } from "../functions/function-metadata";
import type { UsageEngine } from "../usage/engines/usage-engine";
import type { Host } from "../workbook/host";
import { loadFunctionMetadata } from "./load-function-metadata";
import { Pane } from "./pane";
import type { PanelProps } from "./panel-props";
import type { ThemeName } from "./pane-theme";
import type { SaveFile, SaveText } from "./save-file";
import type { ShareFile, WorkbookFile } from "./share-file";

export interface PaneOptions {
  readonly host: Host;
  readonly saveFile: SaveFile;
  readonly saveText: SaveText;
  readonly shareFile: ShareFile;
  readonly openUsageEngine: () => UsageEngine;
  readonly connectWarehouse: PanelProps["connectWarehouse"];
  /** The open workbook as a file, where the host hands it out. */
  readonly workbookFile?: () => Promise<WorkbookFile>;
  /** The host's theme at this moment, where it has one; else the pane follows the system. */
  readonly theme?: () => ThemeName | undefined;
  readonly now?: () => Date;
  readonly loadMetadata?: () => Promise<readonly FunctionMetadata[]>;
}

/** Shows the pane in an element of a page and returns how to take it away again. */
export function mountPane(root: Element, options: PaneOptions): () => void {
  const reactRoot = createRoot(root);
  reactRoot.render(
    <Pane
      host={options.host}
      saveFile={options.saveFile}
      saveText={options.saveText}
      shareFile={options.shareFile}
      openUsageEngine={options.openUsageEngine}
      connectWarehouse={options.connectWarehouse}
      workbookFile={options.workbookFile}
      theme={options.theme}
      now={options.now ?? (() => new Date())}
      loadMetadata={options.loadMetadata ?? loadFunctionMetadata}
    />,
  );
  return () => {
    reactRoot.unmount();
  };
}
