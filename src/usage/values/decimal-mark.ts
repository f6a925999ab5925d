import { bareNumber, type DecimalMark } from "./decimal";

/**
 * What the numbers of a file tell of their decimal mark: the mark, "unclear" where every number
 * could be meant either way (1,234), or "mixed" where some numbers contradict others.
 */
export type MarkEvidence = DecimalMark | "unclear" | "mixed";

const other = (mark: DecimalMark): DecimalMark => (mark === "." ? "," : ".");

/** The mark that one number proves, the one that it has if it does not group, or none. */
function vote(
  text: string,
  isCount: boolean,
): { readonly proves?: DecimalMark; readonly perhaps?: DecimalMark } {
  const { body } = bareNumber(text);
  const marks = [...body].filter((sign): sign is DecimalMark => sign === "." || sign === ",");
  const last = marks.at(-1);
  if (!/^[\d.,\s\u00a0\u202f'’]+$/.test(body) || last === undefined) return {};
  if (marks.some((mark) => mark !== last)) return { proves: last };
  if (marks.length > 1) return { proves: other(last) };
  const [whole = "", fraction = ""] = body.split(last);
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!couldGroup) return { proves: last };
  // 1,234 tokens cannot be 1.234 tokens.
  return isCount && fraction !== "000" ? { proves: other(last) } : { perhaps: last };
}

/**
 * The decimal mark that the numbers of a file prove. Where none proves it, a point is taken for
 * decimal if the file separates its columns by commas; a lone comma, or a lone point in a file
 * whose columns are separated otherwise, is unclear.
 */
export function decimalMarkOf(
  { counts, amounts }: { readonly counts: Iterable<string>; readonly amounts: Iterable<string> },
  delimiter: string,
): MarkEvidence {
  const proven = new Set<DecimalMark>();
  const perhaps = new Set<DecimalMark>();
  const see = (text: string, isCount: boolean): void => {
    if (!/[.,]/.test(text)) return;
    const seen = vote(text, isCount);
    if (seen.proves) proven.add(seen.proves);
    if (seen.perhaps) perhaps.add(seen.perhaps);
  };
  for (const text of counts) see(text, true);
  for (const text of amounts) see(text, false);
  if (proven.size > 1) return "mixed";
  const [mark] = proven;
  if (mark) return mark;
  if (perhaps.has(",") || (perhaps.has(".") && delimiter === ";")) return "unclear";
  return ".";
}
