import type { ShareFile } from "../taskpane/share-file";
import { HostError } from "../workbook/host";
import { sharedFileName } from "./file-name";
import { handOut, type OpenFile } from "./hand-out";

/** What makes the copy is large, with a spreadsheet program to check it by: it is loaded when it is first needed. */
async function loaded() {
  try {
    return await import("./share-file");
  } catch (error) {
    throw new HostError(
      "What makes the copy could not be loaded. Check your connection, then try again.",
      String(error),
      { cause: error },
    );
  }
}

/**
 * Makes share-safe copies of files and hands them out, by a download or in a better way where there
 * is one.
 *
 * @param open opens an .xlsx file as a workbook of its own; where it fails, and for files with
 * macros, which Excel opens no such way, the file is downloaded
 */
export function fileSharer(open?: OpenFile): ShareFile {
  return async (original, name, preparedBy) => {
    const { shareFile } = await loaded();
    const { bytes, facts, report } = await shareFile(original, new Date(), preparedBy);
    const { isMacroEnabled } = facts;
    const saved = await handOut(
      bytes,
      sharedFileName(name, isMacroEnabled),
      isMacroEnabled ? undefined : open,
    );
    return { report, facts, saved };
  };
}
