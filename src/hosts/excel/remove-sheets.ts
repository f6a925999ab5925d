import { sheetsToRemove } from "../../workbook/check-removal";
import { HostError } from "../../workbook/host";
import { checkStructure } from "./check-structure";
import { hostError } from "./excel-error";
import { inExcel } from "./in-excel";
import { insist, type Pause } from "./insist";

const FAILURE = "The sheets could not be removed; all of them are still there";

interface Sheet {
  /** Others who work in the workbook may give a sheet another name. */
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
}

/** The sheets that have the names, if they can go. */
async function chosen(names: readonly string[]): Promise<Sheet[]> {
  return inExcel(FAILURE, async (context) => {
    const { worksheets, protection } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    protection.load("protected");
    await context.sync();
    checkStructure(protection, "removed");
    const existing = worksheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      visibility,
      isVisible: visibility === "Visible",
    }));
    return sheetsToRemove(names, existing);
  });
}

async function stillThere(sheets: readonly Sheet[]): Promise<Sheet[]> {
  return inExcel(FAILURE, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id");
    await context.sync();
    const ids = new Set(worksheets.items.map(({ id }) => id));
    return sheets.filter(({ id }) => ids.has(id));
  });
}

async function deleteAll(sheets: readonly Sheet[]): Promise<void> {
  await inExcel(FAILURE, async (context) => {
    for (const { id, visibility } of sheets) {
      const sheet = context.workbook.worksheets.getItem(id);
      // Excel refuses to delete what is hidden deepest.
      if (visibility === "VeryHidden") sheet.visibility = "Hidden";
      sheet.delete();
    }
    await context.sync();
  });
}

function leftBehind(sheets: readonly Sheet[], first: unknown, second: unknown): HostError {
  const names = sheets.map(({ name }) => name).join(", ");
  return new HostError(
    `Not all of the sheets could be removed. Delete those that are left yourself: ${names}.`,
    [first, second].map((error) => hostError(FAILURE, error).details).join("\n"),
    { cause: first },
  );
}

/**
 * Takes sheets away: all of them or, after an error, none. What Excel has deleted cannot be brought
 * back, so once one is gone the others go too.
 *
 * @throws HostError in words for the user
 */
export async function removeSheets(names: readonly string[], pause: Pause): Promise<void> {
  const sheets = await chosen(names);
  try {
    await deleteAll(sheets);
  } catch (error) {
    const isUntouched = await insist(pause, async () => {
      const left = await stillThere(sheets);
      if (left.length === sheets.length) return true;
      if (left.length > 0) await deleteAll(left);
      return false;
    }).catch((second: unknown) => {
      throw leftBehind(sheets, error, second);
    });
    if (isUntouched) throw error;
  }
}
