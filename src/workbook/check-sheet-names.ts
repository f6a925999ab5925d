import { HostError } from "./host";
import type { Plan } from "./plan";
import { isSheetName } from "./sheet-name";

/**
 * Checks that every sheet of a plan can have its name beside the sheets that exist.
 *
 * @throws HostError naming the first that is no name for a sheet, or that is taken, whatever its case
 */
export function checkSheetNames(plan: Plan, existing: readonly string[]): void {
  const taken = new Set(existing.map((name) => name.toLowerCase()));
  for (const { name } of plan.sheets) {
    if (!isSheetName(name)) {
      throw new HostError(
        `“${name}” cannot be the name of a sheet: at most 31 characters, none of : \\ / ? * [ ]. Choose another name; nothing was changed.`,
        `Length: ${name.length}`,
      );
    }
    if (taken.has(name.toLowerCase())) {
      throw new HostError(
        `There is already a sheet named ${name}. Choose another name; nothing was changed.`,
        `Sheets: ${existing.length}`,
      );
    }
    taken.add(name.toLowerCase());
  }
}
