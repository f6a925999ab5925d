import type { Column } from "../column";

/** How values are found in the records of a source. */
export interface Columns<R> {
  /** The columns that the source has, as it names them. */
  readonly names: readonly string[];
  /** Whether the records have the column, filled or not. */
  readonly has: (column: Column, records: readonly R[]) => boolean;
  /** Finds what stands in a column: undefined where there is nothing. */
  readonly value: (column: Column) => (record: R) => unknown;
}

const BLANK = new Set(["", "NULL", "null", "\\N"]);
const LONGEST_BLANK = 4;

/**
 * The text in a cell, trimmed; null where it is blank or "NULL". Quotes that JSON puts around
 * texts are taken off: Langfuse's CSV has them within those of CSV.
 */
export function cleanText(raw: string): string | null {
  let text = raw.trim();
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
    try {
      text = String(JSON.parse(text)).trim();
    } catch {
      // The quotes are part of the text.
    }
  }
  return text.length <= LONGEST_BLANK && BLANK.has(text) ? null : text;
}

/** The text of a value; an object that has an id stands for it, as in expanded answers of APIs. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "object" && value !== null && "id" in value) return textOf(value.id);
  return null;
}
