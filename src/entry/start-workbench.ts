import { NAMESPACE } from "../functions";
import { createSpreadsheet } from "../hosts/workbench/create-spreadsheet";
import type { FunctionMetadata } from "../hosts/workbench/register-functions";
import { watchSelectedCell } from "../hosts/workbench/selected-cell";
import { createWorkbenchHost } from "../hosts/workbench/workbench-host";
import { connectWarehouse } from "./connect-warehouse";
import { fileSaver } from "./file-saver";
import { fileSharer } from "./file-sharer";
import { openUsageEngine } from "./open-usage-engine";
import { sampleSheets } from "./sample-sheet";
import { saveText } from "./save-text";
import { workbenchPage } from "./workbench-page";

/** What the build says of the functions; Excel reads the same file. */
async function loadMetadata(): Promise<readonly FunctionMetadata[]> {
  const response = await fetch("functions.json");
  if (!response.ok) throw new Error(`functions.json: ${response.status} ${response.statusText}`);
  const { functions } = (await response.json()) as { functions: FunctionMetadata[] };
  return functions;
}

/** Fills the page: first the spreadsheet with the functions, then the pane. */
export async function startWorkbench(): Promise<void> {
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  const metadata = await loadMetadata();
  const page = workbenchPage(() => {
    spreadsheet.focus();
  });
  page.grid.replaceChildren();
  const spreadsheet = createSpreadsheet({
    container: page.grid,
    namespace: NAMESPACE,
    metadata,
    sheets: sampleSheets(),
    dark: darkScheme.matches,
  });
  darkScheme.addEventListener("change", ({ matches }) => {
    spreadsheet.setDark(matches);
  });
  watchSelectedCell(spreadsheet, page.showCell);
  const { mountPane } = await import("../taskpane/mount");
  mountPane(page.paneRoot, {
    host: createWorkbenchHost(spreadsheet.api, spreadsheet.injector),
    saveFile: fileSaver(),
    saveText,
    shareFile: fileSharer(),
    openUsageEngine,
    connectWarehouse,
  });
}
