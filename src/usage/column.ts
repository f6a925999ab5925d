/**
 * Where a value stands in a record: a column, or a column and the keys inside it where it holds
 * a map (JSON text in a CSV cell, an object in JSON, a list of attributes in OpenTelemetry).
 * In JSON the objects around a record are searched too, nearest first; a leading ".." starts
 * one object further out.
 */
export type Column = string | readonly [string, ...string[]];

/** How a text becomes what it stands for. */
export type TextRule =
  /** "gpt-5-nano, input_tokens" is of gpt-5-nano. */
  | "before comma"
  /** "Claude Haiku 4.5" is claude-haiku-4-5. */
  | "display name"
  /** "Claude Opus 4.8 (Amazon Bedrock Edition)" is claude-opus-4-8; other texts name no model. */
  | "Bedrock edition";

/** A text: of the first column that is filled, of the first such text, or a constant. */
export type Text =
  | { readonly first: readonly Column[]; readonly as?: TextRule }
  | { readonly firstOf: readonly Text[] }
  | { readonly constant: string };

/** A term of a sum: the number in a text, or the numbers in each element of a list. */
export type Term =
  | Text
  | {
      readonly each: readonly [list: string, key: string];
      /** The elements that count: those where the key has the text. */
      readonly where?: readonly [key: string, text: string];
    };

/** The text of the first of the columns that is filled. */
export function first(...columns: readonly Column[]): Text {
  return { first: columns };
}

/** A column as people read it: "metadata.tenant". */
export function columnName(column: Column): string {
  return typeof column === "string" ? column : column.join(".");
}

/** The columns in which a text or number is looked for. */
export function columnsOf(term: Term): readonly Column[] {
  if ("constant" in term) return [];
  if ("each" in term) return [term.each];
  return "first" in term ? term.first : term.firstOf.flatMap(columnsOf);
}
