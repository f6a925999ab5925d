import { type Token, tokenize } from "@borgar/fx";
import { NAMESPACE } from "../../functions";

/** What files and other add-ins put before the name of a function. */
const PREFIXES = /^(?:_xlfn\.|_xlws\.|_xll\.)+/i;

/** As typed, and as Excel stores it: there every dot is an underscore. */
const OWN = new RegExp(`^(?:${NAMESPACE}\\.|_xldudf_${NAMESPACE}[_.])([A-Z0-9_.]+)$`, "i");

/** The name of a function without what files put before it, in capitals. */
export function plainName(name: string): string {
  return name.replace(PREFIXES, "").toUpperCase();
}

/** The id of one of our functions that a name stands for, in whatever form and case; undefined for others. */
export function ownId(name: string): string | undefined {
  return OWN.exec(name.replace(PREFIXES, ""))?.[1]?.toUpperCase();
}

/** A call of one of our functions in the text of a formula. */
export interface OwnCall {
  /** In capitals; it may be an id that this version does not know. */
  readonly id: string;
  /** Where its name stands, what another add-in has put before it included; `to` is the bracket's place. */
  readonly from: number;
  readonly to: number;
}

function isSpace({ type }: Token): boolean {
  return type === "whitespace" || type === "newline";
}

function nextSolid(tokens: readonly Token[], i: number): Token | undefined {
  const next = tokens[i + 1];
  return next && isSpace(next) ? nextSolid(tokens, i + 1) : next;
}

/** How many tokens at the end go back to the last such one, itself included. */
function backTo(tokens: readonly Token[], isSuch: (value: string) => boolean): number {
  const back = [...tokens].reverse().findIndex(({ value }) => isSuch(value));
  return back + 1;
}

/** How many tokens at the end are another workbook's name and "!", such as `[2]!` or `'C:\\x.xla'!`. */
function foreignPrefix(tokens: readonly Token[]): number {
  const last = tokens.at(-2);
  if (tokens.at(-1)?.value !== "!" || !last) return 0;
  if (last.type === "context" || last.type === "context_quote") return 2;
  if (last.value === "]") return backTo(tokens, (value) => value === "[");
  // A quoted path with brackets in it falls apart: it starts at the quote.
  return last.value.endsWith("'") ? backTo(tokens, (value) => value.startsWith("'")) : 0;
}

export interface Tokens {
  /** Without the names of other workbooks before our functions. */
  readonly tokens: readonly Token[];
  readonly calls: readonly OwnCall[];
}

/** A formula's tokens with their places, and the calls of our functions among them. */
export function readTokens(formula: string): Tokens {
  const tokens: Token[] = [];
  const calls: OwnCall[] = [];
  const all = tokenize(formula, { mergeRefs: true, withLocation: true });
  for (const [i, token] of all.entries()) {
    const id =
      token.type === "func" || token.type === "range_named" ? ownId(token.value) : undefined;
    if (id === undefined || nextSolid(all, i)?.value !== "(") {
      // Between the name of a function and its bracket a space means nothing.
      const isGap = isSpace(token) && tokens.at(-1)?.type === "func";
      if (!isGap) tokens.push(token);
      continue;
    }
    const [from = 0, to = 0] = token.loc ?? [];
    const foreign = tokens.splice(tokens.length - foreignPrefix(tokens));
    tokens.push({ ...token, type: "func" });
    calls.push({ id, from: foreign[0]?.loc?.[0] ?? from, to });
  }
  return { tokens, calls };
}

/**
 * Where a formula calls our functions: `AIM.X` in any case, as stored (`_xldudf_AIM_X`) and in
 * damaged forms; never in texts, sheet names, structured references or names.
 *
 * @param formula with its equals sign; anything else calls nothing
 */
export function findCalls(formula: string): readonly OwnCall[] {
  if (!formula.startsWith("=") || !/AIM[._]/i.test(formula)) return [];
  return readTokens(formula).calls;
}
