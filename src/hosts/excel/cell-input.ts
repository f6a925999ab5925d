import type { CellContent } from "../../workbook/plan";

/** What is handed to a cell, as if typed: null leaves it alone, "=…" is a formula. */
export type CellInput = number | string | boolean | null;

const FORMULA_OR_ERROR = /^\s*[=+\-@'#]/;
const TRUTH = /^\s*(true|false)\s*$/i;
const WORDS = /\p{L}+/gu;

/**
 * Whether Excel would read a typed text as something else: a formula, a truth value, an error, or
 * a number, date or time. The last three have digits and at most two words ("12 May", "3:30 PM"),
 * so longer text with digits is left as it is, without an apostrophe in the formula bar.
 */
function isReadAsOther(text: string): boolean {
  if (FORMULA_OR_ERROR.test(text) || TRUTH.test(text)) return true;
  return /\p{N}/u.test(text) && (text.match(WORDS) ?? []).length < 3;
}

/**
 * What to hand to a cell so that it holds the content exactly.
 *
 * @param isTextCell whether the cell's number format is text: it then takes any text as it is
 * @throws RangeError for NaN and Infinity, which Excel would skip without a word
 */
export function cellInput(content: CellContent, isTextCell: boolean): CellInput {
  if (content !== null && typeof content === "object") return content.formula;
  if (typeof content === "number" && !Number.isFinite(content)) {
    throw new RangeError(`a cell cannot hold ${content}`);
  }
  if (typeof content !== "string" || isTextCell) return content;
  return isReadAsOther(content) ? `'${content}` : content;
}
