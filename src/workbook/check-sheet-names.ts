import { HostError } from "./host";
import type { Plan } from "./plan";

/**
 * Checks that every sheet of a plan can have its name beside the sheets that exist.
 *
 * @throws HostError naming the first that is taken, whatever its case
 */
export function checkSheetNames(plan: Plan, existing: readonly string[]): void {
  const taken = new Set(existing.map((name) => name.toLowerCase()));
  for (const { name } of plan.sheets) {
    if (taken.has(name.toLowerCase())) {
      throw new HostError(
        `There is already a sheet named ${name}. Choose another name; nothing was changed.`,
        `Sheets: ${existing.length}`,
      );
    }
    taken.add(name.toLowerCase());
  }
}
