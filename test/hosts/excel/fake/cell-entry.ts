import { invalidArgument } from "./errors";

export type CellScalar = number | string | boolean;

/** What a cell holds: a value and, where it was worked out, its formula. */
export interface Entry {
  readonly value: CellScalar;
  readonly formula?: string;
  /** A hidden apostrophe that keeps the entry text. */
  readonly hasApostrophe?: true;
}

/** What a formula shows here: the fake works nothing out. */
export const NOT_CALCULATED = "(not calculated)";

const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 32_767;
const NUMBER = /^\s*\(?[-+]?[$€£]?\s?\d[\d,]*(\.\d*)?(e[-+]?\d+)?\s?[%$€£]?\)?\s*$/i;
const FRACTION_OR_DATE = /^\s*\d{1,4}\s?[-/.]\s?\w{1,9}(\s?[-/.,]\s?\d{1,4})?\s*$/;
const DATE_WITH_MONTH =
  /^\s*(\d{1,2}(st|nd|rd|th)?\s*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s,-]*\d{1,4}([\s,]+\d{1,4})?\s*$/i;
const TIME = /^\s*\d{1,2}(:\d{2}){0,2}\s*([ap]\.?m\.?)?\s*$/i;
const ERROR = /^#(N\/A|DIV\/0!|NUM!|VALUE!|REF!|NAME\?|NULL!|SPILL!|BUSY!|GETTING_DATA)$/i;

/** Whether a text is that of an error. */
export function isErrorText(text: string): boolean {
  return ERROR.test(text);
}

/** Any date will do: the text is lost. */
const SOME_DATE = 45_292;

/** Whether brackets and quotes of a formula close. */
function isBalanced(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
  let depth = 0;
  for (const character of bare) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0 || character === '"' || character === "'") return false;
  }
  return depth === 0;
}

/** The sheets that a formula refers to. */
function sheetsIn(formula: string): string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"|#[A-Z/0]+[!?]/g, "");
  return [...bare.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain ?? "",
  );
}

function readFormula(formula: string, hasSheet: (name: string) => boolean): Entry {
  const missing = sheetsIn(formula).find((name) => !hasSheet(name));
  if (missing !== undefined) throw invalidArgument(`${formula} refers to a missing sheet`);
  if (formula.length < 2 || formula.length > LONGEST_FORMULA || !isBalanced(formula)) {
    throw invalidArgument(`${formula} is no formula`);
  }
  return { value: NOT_CALCULATED, formula };
}

function readText(text: string, hasSheet: (name: string) => boolean): Entry {
  if (text.startsWith("'")) return { value: text.slice(1), hasApostrophe: true };
  if (/^(true|false)$/i.test(text.trim())) return { value: /true/i.test(text) };
  if (NUMBER.test(text)) {
    return { value: Number(text.replace(/[^\d.e-]/gi, "")) / (text.includes("%") ? 100 : 1) };
  }
  if (FRACTION_OR_DATE.test(text) || DATE_WITH_MONTH.test(text)) return { value: SOME_DATE };
  if (TIME.test(text)) return { value: 0.5 };
  if (ERROR.test(text)) return { value: text.toUpperCase(), formula: text };
  if (text.startsWith("=")) return readFormula(text, hasSheet);
  if (/^[-+@]/.test(text)) return readFormula(`=${text}`, hasSheet);
  return { value: text };
}

/**
 * What Excel makes of what is handed to a cell: text is read as if typed, unless the cell's number
 * format is text; there it stays as it is, formulas too.
 */
export function readEntry(
  input: unknown,
  numberFormat: string,
  hasSheet: (name: string) => boolean,
): Entry {
  if (typeof input !== "string" && typeof input !== "number" && typeof input !== "boolean") {
    throw invalidArgument(`a cell does not take ${JSON.stringify(input)}`);
  }
  if (typeof input === "string" && input.length > LONGEST_TEXT) {
    throw invalidArgument(`a cell does not take ${input.length} characters`);
  }
  if (numberFormat === "@") return { value: String(input) };
  return typeof input === "string" ? readText(input, hasSheet) : { value: input };
}
