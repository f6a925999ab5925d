import { hostError } from "./excel-error";

/** Base64, as Office.js takes files. */
function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * Opens the bytes of an .xlsx file as a new workbook, which has no name yet. A task pane cannot
 * count on downloads: Excel for Mac ignores them by design, and on Windows they may go unseen
 * (github.com/OfficeDev/office-js issues 2700 and 1793).
 *
 * @throws HostError in words for the user
 */
export async function openFile(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64(bytes));
  } catch (error) {
    throw hostError("The file could not be opened", error);
  }
}
