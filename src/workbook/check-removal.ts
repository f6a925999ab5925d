import { HostError } from "./host";

/** A sheet of a workbook, as far as taking sheets away goes. */
export interface SheetState {
  readonly name: string;
  readonly isVisible: boolean;
}

/**
 * The sheets of a workbook that have the names, whatever their case.
 *
 * @throws HostError naming the first that does not exist, or if no visible sheet would be left:
 * Excel cannot be without one
 */
export function sheetsToRemove<T extends SheetState>(
  names: readonly string[],
  existing: readonly T[],
): T[] {
  const byName = new Map(existing.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const found = new Set<T>();
  for (const name of names) {
    const sheet = byName.get(name.toLowerCase());
    if (!sheet) {
      throw new HostError(
        `There is no sheet named ${name}. Nothing was removed.`,
        `Sheets: ${existing.length}`,
      );
    }
    found.add(sheet);
  }
  if (found.size > 0 && !existing.some((sheet) => sheet.isVisible && !found.has(sheet))) {
    throw new HostError(
      "A workbook needs a sheet that can be seen, and no other would be left. Add or show one, then try again; nothing was removed.",
      `Sheets: ${existing.length}, to remove: ${found.size}`,
    );
  }
  return [...found];
}
