import type { SaveFile } from "../taskpane/save-file";
import { HostError } from "../workbook/host";
import { xlsxFileName } from "./file-name";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const KEPT_MS = 60_000;

/** The bytes of a plan; what writes them is loaded when it is first needed. */
async function bytesOf(...[plan, title]: Parameters<SaveFile>): Promise<Uint8Array> {
  try {
    const { planFile } = await import("./plan-file");
    return await planFile(plan, title, new Date());
  } catch (error) {
    throw new HostError(
      "The file could not be written.",
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      { cause: error },
    );
  }
}

function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: TYPE }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Safari reads the address some time after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MS);
}

/**
 * Saves plans as files, by a download or in a better way where there is one.
 *
 * @param open opens a file as a workbook of its own; where it fails the file is downloaded
 */
export function fileSaver(open?: (bytes: Uint8Array) => Promise<void>): SaveFile {
  return async (plan, title) => {
    const bytes = await bytesOf(plan, title);
    try {
      if (open) {
        await open(bytes);
        return { to: "newWorkbook" };
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
    const name = xlsxFileName(title);
    download(bytes, name);
    return { to: "downloads", name };
  };
}
