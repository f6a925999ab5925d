import type { SavedFile } from "../taskpane/save-file";
import { HostError } from "../workbook/host";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroenabled.12",
  csv: "text/csv;charset=utf-8",
} as const;

function typeOf(name: string): string {
  if (name.endsWith(".csv")) return TYPES.csv;
  return name.endsWith(".xlsm") ? TYPES.xlsm : TYPES.xlsx;
}

const KEPT_MS = 60_000;

/** Opens a file as a workbook of its own. */
export type OpenFile = (bytes: Uint8Array) => Promise<void>;

function download(bytes: Uint8Array, name: string): void {
  const type = typeOf(name);
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
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
 * Hands a file to the user, by a download or in a better way where there is one.
 *
 * @param name with .xlsx, .xlsm or .csv at its end
 * @param open where it fails the file is downloaded
 */
export async function handOut(
  bytes: Uint8Array,
  name: string,
  open: OpenFile | undefined,
): Promise<SavedFile> {
  try {
    if (open) {
      await open(bytes);
      return { to: "newWorkbook" };
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
  download(bytes, name);
  return { to: "downloads", name };
}
