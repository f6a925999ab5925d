/** Texts, quoted sheet names, array constants' and other brackets: what matters for pairing them. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g;

const ATOM = /^(?:(?:'(?:[^']|'')*'|[\w.]+)!)?\$?[\w.]+\$?\d*$|^"(?:[^"]|"")*"$|^#[A-Z/0]+[!A]$/;

/** How deep brackets stand within each other in a formula. */
export function depth(formula: string): number {
  let [now, most] = [0, 0];
  for (const [piece] of formula.matchAll(PIECES)) {
    if (piece === "(") most = Math.max(most, ++now);
    if (piece === ")") now -= 1;
  }
  return most;
}

/** Whether a formula is one call of one function, and nothing beside it. */
function isOneCall(formula: string): boolean {
  if (!/^[A-Z][\w.]*\(/i.test(formula)) return false;
  let now = 0;
  for (const { 0: piece, index } of formula.matchAll(PIECES)) {
    if (piece === "(") now += 1;
    if (piece === ")") now -= 1;
    if (piece === ")" && now === 0) return index === formula.length - 1;
  }
  return false;
}

/** A formula as an operand of any operator: in brackets unless it holds together by itself. */
export function operand(formula: string): string {
  return ATOM.test(formula) || isOneCall(formula) ? formula : `(${formula})`;
}
