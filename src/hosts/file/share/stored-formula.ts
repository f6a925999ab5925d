import { type Token, tokenize } from "@borgar/fx/xlsx";
import { NAMESPACE } from "../../../functions";
import { ownId } from "../../../workbook/share/own-calls";
import { asStored } from "../xlfn";
import { storedFunctionName } from "./future-functions";

/** A formula in pieces that can be changed one by one. */
type Pieces = { readonly type: string; value: string }[];

function piecesOf(formula: string): Pieces {
  return tokenize(formula, { mergeRefs: true }).map(({ type, value }: Token) => ({ type, value }));
}

function textOf(pieces: Pieces): string {
  return pieces.map(({ value }) => value).join("");
}

function isGap(piece: { readonly type: string } | undefined): boolean {
  return piece?.type === "whitespace" || piece?.type === "newline";
}

/** The place of the bracket that closes the one at a place. */
function closing(pieces: Pieces, opening: number): number {
  let depth = 0;
  for (let i = opening; i < pieces.length; i++) {
    if (pieces[i]?.value === "(") depth += 1;
    if (pieces[i]?.value === ")") depth -= 1;
    if (depth === 0) return i;
  }
  return pieces.length;
}

const HAS_PREFIX = /_xl(?:fn|ws|pm|eta)\./i;
const FUNCTION_PREFIXES = /^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i;
const NAME_PREFIXES = /^(?:_xlfn\.|_xlpm\.|_xleta\.)+/i;

/** Shows `F(reference)` as an operator before or after the reference. */
function showOperator(pieces: Pieces, at: number, before: string, after: string): void {
  const [name, opening, reference, bracket] = pieces.slice(at, at + 4);
  if (reference?.type !== "range" && reference?.type !== "structured") return;
  if (!name || opening?.value !== "(" || bracket?.value !== ")") return;
  name.value = before;
  opening.value = "";
  bracket.value = after;
}

/**
 * A formula as Excel shows it, from how a file stores it: names of functions without their
 * prefixes, `A1#` for ANCHORARRAY and `@` for SINGLE. Names of custom functions stay as they are
 * stored.
 *
 * @param stored without an equals sign
 * @returns with an equals sign
 */
export function shownFormula(stored: string): string {
  const formula = `=${stored}`;
  if (!HAS_PREFIX.test(stored)) return formula;
  const pieces = piecesOf(formula);
  for (const [at, piece] of pieces.entries()) {
    if (piece.type === "range_named") piece.value = piece.value.replace(NAME_PREFIXES, "");
    if (piece.type !== "func") continue;
    piece.value = piece.value.replace(FUNCTION_PREFIXES, "");
    if (/^ANCHORARRAY$/i.test(piece.value)) showOperator(pieces, at, "", "#");
    else if (/^SINGLE$/i.test(piece.value)) showOperator(pieces, at, "@", "");
  }
  return textOf(pieces);
}

/** Where the arguments of a call start, from the place of its opening bracket, and its end. */
function argumentStarts(pieces: Pieces, opening: number): { starts: number[]; end: number } {
  const end = closing(pieces, opening);
  const starts = [opening + 1];
  let depth = 0;
  for (let i = opening; i < end; i++) {
    const value = pieces[i]?.value;
    if (value === "(" || value === "{") depth += 1;
    if (value === ")" || value === "}") depth -= 1;
    if (value === "," && depth === 1) starts.push(i + 1);
  }
  return { starts, end };
}

/** Marks the variables of LET and LAMBDA, whose names stand in arguments before the last. */
function markVariables(pieces: Pieces, at: number, step: number): void {
  const { starts, end } = argumentStarts(pieces, at + 1);
  const names = new Set<string>();
  for (let i = 0; i < starts.length - 1; i += step) {
    let place = starts[i] ?? end;
    while (isGap(pieces[place])) place += 1;
    const name = pieces[place];
    if (name?.type === "range_named") names.add(name.value.toUpperCase());
  }
  for (const piece of pieces.slice(at, end)) {
    if (!names.has(piece.value.toUpperCase())) continue;
    if (piece.type === "range_named" || piece.type === "func") piece.value = `_xlpm.${piece.value}`;
  }
}

/** Stores an operator that files know as a function: `A1#` and `@A1:A3`. */
function storeOperators(pieces: Pieces, intersects: boolean): void {
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (piece.type !== "operator") continue;
    if (piece.value === "#" && before) {
      before.value = `_xlfn.ANCHORARRAY(${before.value})`;
      piece.value = "";
    }
    if (piece.value !== "@") continue;
    const next = pieces[at + 1];
    piece.value = "";
    if (intersects || !next) continue;
    const last = pieces[next.type === "func" ? closing(pieces, at + 2) : at + 1];
    if (!last) continue;
    piece.value = "_xlfn.SINGLE(";
    last.value = `${last.value})`;
  }
}

/** In files a custom function has underscores for dots, and a prefix of its own. */
function storedName(name: string): string {
  const id = ownId(name);
  return id === undefined
    ? storedFunctionName(name)
    : `_xldudf_${NAMESPACE}_${id.replaceAll(".", "_")}`;
}

/**
 * A formula as files store it, from how Excel shows it.
 *
 * @param formula with an equals sign
 * @param intersects whether it is an ordinary formula of a cell, in which ranges mean one cell
 * without an `@`
 * @returns without an equals sign
 */
export function storedFormula(formula: string, intersects: boolean): string {
  const pieces = piecesOf(formula);
  for (const [at, piece] of pieces.entries()) {
    if (piece.type !== "func") continue;
    if (/^(?:_xlfn\.)?LET$/i.test(piece.value)) markVariables(pieces, at, 2);
    if (/^(?:_xlfn\.)?LAMBDA$/i.test(piece.value)) markVariables(pieces, at, 1);
    piece.value = storedName(piece.value);
  }
  storeOperators(pieces, intersects);
  return asStored(textOf(pieces).slice(1));
}
