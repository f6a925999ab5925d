import { createExcelHost } from "../hosts/excel/excel-host";

/** Shows the pane once Office is ready; its code is loaded only then, after the functions. */
async function showPane(): Promise<void> {
  await Office.onReady();
  const root = document.getElementById("root");
  if (!root) throw new Error("taskpane.html has no element with the id root");
  const { mountPane } = await import("../taskpane/mount");
  mountPane(root, { host: createExcelHost() });
}

void showPane();
