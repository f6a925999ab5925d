import { existingSheet } from "./existing-sheet";
import { inExcel } from "./in-excel";

/** Brings a sheet into view, also one that is hidden, and selects a range if one is given. */
export async function showSheet(name: string, address?: string): Promise<void> {
  await inExcel(`${name} could not be shown`, async (context) => {
    const sheet = await existingSheet(context, name, "visibility");
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.activate();
    if (address !== undefined) sheet.getRange(address).untrack().select();
    await context.sync();
  });
}
