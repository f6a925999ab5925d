import { HostError } from "../../workbook/host";

/**
 * Checks that sheets can come and go in the workbook; its protection is loaded.
 *
 * @param change what is to be done with sheets, such as "added"
 * @throws HostError saying what the user can do
 */
export function checkStructure(protection: Excel.WorkbookProtection, change: string): void {
  if (!protection.protected) return;
  throw new HostError(
    `The structure of the workbook is protected, so no sheet can be ${change}. Unprotect it (Review, Protect Workbook), then try again.`,
    "workbook.protection.protected",
  );
}
