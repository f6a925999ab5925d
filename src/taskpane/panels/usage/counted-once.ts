import type { UsageFormat } from "../../../usage";
import type { Loaded, LoadedFile } from "../../../usage/engines/usage-engine";

/** What tells most of customers comes first. */
const DETAIL: readonly UsageFormat["describes"][] = ["requests", "totals", "bills"];

export function loadedFile({ files }: Loaded, name: string): LoadedFile | undefined {
  return files.find((file) => file.name === name);
}

/** Of files that certainly hold the same usage, those that do not count: the one with less detail. */
export function countedOnce(loaded: Loaded): number[] {
  const without = new Set<number>();
  for (const { names, isCertain } of loaded.overlaps) {
    if (!isCertain) continue;
    const [one, other] = names.map((name) => loadedFile(loaded, name));
    if (!one || !other || without.has(one.id) || without.has(other.id)) continue;
    const detail = ({ format }: LoadedFile) => DETAIL.indexOf(format.describes);
    without.add(detail(other) < detail(one) ? one.id : other.id);
  }
  return [...without];
}
