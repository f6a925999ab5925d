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

/** Every other character of it is none: so UTF-16 looks to one who takes it for UTF-8. */
const UTF_16 = /^(?:\uFFFD\uFFFD)?(?:[^\0]\0|\0[^\0]){4}/;
const PAGE = /^\s*<(?:!doctype|html|\?xml)/i;

/** Why a text is none that holds records; undefined where it may be one. */
function unreadable(body: string): string | undefined {
  if (UTF_16.test(body)) {
    return "It is written in UTF-16, and UTF-8 is expected. In Excel, save it as “CSV UTF-8”.";
  }
  if (body.includes("\0")) {
    return "It holds binary data. Expected is an export as CSV, JSON, JSON lines or Parquet, packed as .gz or not.";
  }
  if (PAGE.test(body)) {
    return "It is a web page or XML. Expected is an export as CSV, JSON, JSON lines or Parquet.";
  }
  return undefined;
}

/**
 * Tells what a text is written in: JSON, JSON lines, or CSV with its dialect. A text without a
 * record is empty.
 */
export function openText(text: string): OpenedText {
  const body = text.replace(/^\uFEFF/, "");
  if (body.trim() === "") return { kind: "empty" };
  const why = unreadable(body);
  if (why !== undefined) return { kind: "unreadable", why };
  if (/^\s*[[{]/.test(body)) {
    const value = parse(body);
    return value === undefined
      ? openedLines(body)
      : { kind: "json", documents: [{ value }], problems: [] };
  }
  const dialect = csvDialect(text);
  return dialect ? { kind: "csv", text, dialect } : { kind: "empty" };
}
