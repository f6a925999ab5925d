/**
 * Functions that came after the file format, as files store them: without the prefix Excel and
 * LibreOffice show #NAME?. Names as in ECMA-376 and Microsoft's [MS-XLSX], 2.2.2 (future functions).
 */
const STORED_NAMES: ReadonlyMap<string, string> = new Map(
  [
    "AGGREGATE",
    "BETA.DIST",
    "BETA.INV",
    "BINOM.DIST",
    "IFNA",
    "LOGNORM.DIST",
    "LOGNORM.INV",
    "NORM.DIST",
    "NORM.INV",
    "NORM.S.DIST",
    "NORM.S.INV",
    "PERCENTILE.EXC",
    "PERCENTILE.INC",
    "POISSON.DIST",
    "QUARTILE.INC",
    "RANK.EQ",
    "STDEV.P",
    "STDEV.S",
    "T.INV",
    "VAR.S",
  ].map((name) => [name, `_xlfn.${name}`]),
);

/** Texts and quoted sheet names, which stay as they are, or a name before a bracket. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()/g;

/** A formula as a file stores it, from how people type it. */
export function asStored(formula: string): string {
  return formula.replace(PIECES, (piece) => STORED_NAMES.get(piece.toUpperCase()) ?? piece);
}

/** A formula as people type it, from how a file stores it. */
export function asTyped(stored: string): string {
  return stored.replace(PIECES, (piece) => piece.replace(/^_xlfn\.(?:_xlws\.)?/i, ""));
}
