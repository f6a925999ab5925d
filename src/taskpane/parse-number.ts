/** What a field of the form holds. */
export type NumberKind = "count" | "money" | "percent";

/** A number as it was meant, or what is wrong with the text, for its writer. */
export type Parsed = { readonly value: number } | { readonly problem: string };

const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/;
/** 1.234,56 or 1,5: a number as much of Europe writes it. */
const DECIMAL_COMMA = /^-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2})$/;

function withoutSign(text: string, kind: NumberKind): string {
  if (kind === "money") return text.replace(/^(-?)\s*\$\s*/, "$1");
  if (kind === "percent") return text.replace(/\s*%$/, "");
  return text;
}

function problem(text: string, kind: NumberKind): string {
  if (text.includes("%") && kind !== "percent") return "Not a percentage: leave out the %";
  if (text.includes("$") && kind !== "money") return "Not an amount of money: leave out the $";
  if (DECIMAL_COMMA.test(withoutSign(text, kind))) {
    return "Use a comma for thousands and a point for decimals, as in 1,234.56";
  }
  return `“${text}” is not a number`;
}

/**
 * A number as people type it: "1,000", "$99", "60%". In a field of percents a bare 60 is 60%;
 * a bare 0.6 could be 0.6% or 60%, so its writer is asked. Percentages come back as fractions.
 */
export function parseNumber(typed: string, kind: NumberKind): Parsed {
  const text = typed.trim();
  if (text === "") return { problem: "Enter a number" };
  const digits = withoutSign(text, kind);
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return { problem: problem(text, kind) };
  const value = Number(digits.replaceAll(",", ""));
  if (kind !== "percent") return { value };
  if (!text.endsWith("%") && value !== 0 && Math.abs(value) < 1) {
    return { problem: `Write ${digits}% or ${Number((value * 100).toPrecision(12))}%` };
  }
  return { value: value / 100 };
}
