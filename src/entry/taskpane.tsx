import { createExcelHost } from "../hosts/excel/excel-host";
import { openFile } from "../hosts/excel/open-file";
import { workbookFile } from "../hosts/excel/workbook-file";
import { connectWarehouse } from "./connect-warehouse";
import { fileSaver } from "./file-saver";
import { fileSharer } from "./file-sharer";
import { saveText } from "./save-text";
import { openUsageEngine } from "./open-usage-engine";
import { type OfficeThemeColors, officeTheme } from "./office-theme";

/** Shows the pane once Office is ready; its code is loaded only then, after the functions. */
async function showPane(): Promise<void> {
  await Office.onReady();
  const root = document.getElementById("root");
  if (!root) throw new Error("taskpane.html has no element with the id root");
  const { mountPane } = await import("../taskpane/mount");
  mountPane(root, {
    host: createExcelHost(),
    saveFile: fileSaver(openFile),
    saveText,
    shareFile: fileSharer(openFile),
    openUsageEngine,
    connectWarehouse,
    workbookFile,
    theme: () => {
      // Missing in Excel on the web, whatever its type says.
      const theme: OfficeThemeColors | undefined = Office.context.officeTheme;
      return officeTheme(theme);
    },
  });
}

void showPane();
