import { type Problem, shown } from "../problem";
import { type CsvDialect, csvDialect } from "./csv-dialect";
import type { JsonDocument } from "./json-records";

/** A text, recognised as far as its container. */
export type OpenedText =
  | { readonly kind: "csv"; readonly text: string; readonly dialect: CsvDialect }
  | {
      readonly kind: "json";
      readonly documents: readonly JsonDocument[];
      /** Lines that are no JSON. */
      readonly problems: readonly Problem[];
    }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable"; readonly why: string };

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The documents in JSON lines, and the lines that are no JSON.
 *
 * @param line the number of the first line
 */
export function jsonLines(text: string, line: number) {
  const documents: JsonDocument[] = [];
  const problems: Problem[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const value = parse(content);
    if (value === undefined) {
      const received = shown(content.trim());
      const expected = "a JSON object on one line";
      problems.push({ line: line + index, column: "", expected, received });
    } else documents.push({ value, line: line + index });
  }
  return { documents, problems };
}

function openedLines(text: string): OpenedText {
  const { documents, problems } = jsonLines(text, 1);
  return documents.length === 0
    ? { kind: "unreadable", why: "The JSON in it breaks off or is not well-formed." }
    : { kind: "json", documents, problems };
}

/**
 * Tells what a text is written in: JSON, JSON lines, or CSV with its dialect. A text without a
 * record is empty.
 */
export function openText(text: string): OpenedText {
  const body = text.replace(/^\uFEFF/, "");
  if (body.trim() === "") return { kind: "empty" };
  if (body.includes("\0")) {
    return { kind: "unreadable", why: "It is not a text file in UTF-8." };
  }
  if (/^\s*[[{]/.test(body)) {
    const value = parse(body);
    return value === undefined
      ? openedLines(body)
      : { kind: "json", documents: [{ value }], problems: [] };
  }
  const dialect = csvDialect(text);
  return dialect ? { kind: "csv", text, dialect } : { kind: "empty" };
}
