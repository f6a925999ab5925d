import type { SaveFile } from "../taskpane/save-file";
import { HostError } from "../workbook/host";
import { xlsxFileName } from "./file-name";
import { handOut, type OpenFile } from "./hand-out";

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

/**
 * Saves plans as files, by a download or in a better way where there is one.
 *
 * @param open opens a file as a workbook of its own; where it fails the file is downloaded
 */
export function fileSaver(open?: OpenFile): SaveFile {
  return async (plan, title) => handOut(await bytesOf(plan, title), xlsxFileName(title), open);
}
