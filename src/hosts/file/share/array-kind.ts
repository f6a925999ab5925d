import { tokenize } from "@borgar/fx/xlsx";
import type { BookCell } from "../../../workbook/share/book";

/** Whether a formula names several cells, or what may be several: then it matters how it was entered. */
function namesSeveral(formula: string): boolean {
  return tokenize(formula, { mergeRefs: true }).some(({ type, value }) => {
    if (type === "structured") return !/\[(?:@|#This Row\])/i.test(value);
    if (type === "range") return value.includes(":");
    return type === "range_beam" || type === "range_named" || value === "#" || value === "{";
  });
}

/**
 * How a formula is entered that takes the place of another: as an ordinary one it would take one
 * cell of each range, so what was not ordinary stays what it was, unless that makes no difference.
 */
export function keptKind(
  formula: string,
  before: BookCell["kind"],
): "dynamic" | "array" | undefined {
  if (before === undefined || before === "ordinary") return undefined;
  return namesSeveral(formula) ? before : undefined;
}
