import { mappingKey } from "../../../usage";
import type { Mapping } from "./mapping";

const PREFIX = "aim.columns:";

function isMapping(value: unknown, columns: readonly string[]): value is Mapping {
  if (typeof value !== "object" || value === null) return false;
  if (!("holds" in value) || !("columns" in value)) return false;
  const { holds, columns: mapped } = value;
  if (holds !== "usage" && holds !== "revenue" && holds !== "costs") return false;
  if (typeof mapped !== "object" || mapped === null) return false;
  return Object.entries(mapped).every(
    ([key, text]) =>
      typeof text === "string" &&
      (columns.includes(text) || /^(?:.*Unit|.*Is|.*Are|endIsLast)$/.test(key)),
  );
}

/**
 * How the user mapped a table with these columns before, on this device. What is kept are names
 * of columns alone.
 */
export function rememberedMapping(columns: readonly string[]): Mapping | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + mappingKey(columns)) ?? "null");
    return isMapping(kept, columns) ? kept : undefined;
  } catch {
    // The browser keeps nothing for this page, or what it kept is no mapping of ours.
    return undefined;
  }
}

export function forgetMapping(columns: readonly string[]): void {
  try {
    localStorage.removeItem(PREFIX + mappingKey(columns));
  } catch {
    // Where the browser keeps nothing there is nothing to forget.
  }
}

export function rememberMapping(columns: readonly string[], mapping: Mapping): void {
  try {
    localStorage.setItem(PREFIX + mappingKey(columns), JSON.stringify(mapping));
  } catch {
    // Where the browser keeps nothing the mapping is suggested anew next time.
  }
}
