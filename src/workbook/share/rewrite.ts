import { CalcError } from "../../calc";
import { FUNCTIONS } from "../../functions";
import type { Around, Shape } from "./around";
import { depth } from "./brackets";
import { calledName, contains, type Node, ownCallId, readSource } from "./formula-source";
import { isRandom } from "./function-kinds";
import { NotNative } from "./not-native";
import { findCalls } from "./own-calls";
import { hasRangeOfOurs, print } from "./print";
import { type At, isOneCell, type Scope } from "./scope";
import { declareNames, shapeOf } from "./shape-of";

/** A formula for one of the cells that a rewritten formula fills. */
export interface NativeCell extends At {
  /** With its equals sign, as one types it. */
  readonly formula: string;
}

export type Rewritten =
  /** It calls none of our functions and refers to no range that one of ours spills over. */
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "native";
      /** Places count from the formula's own cell. */
      readonly cells: readonly NativeCell[];
      /** The one formula goes on spilling by itself, as an array formula. */
      readonly spills: boolean;
      readonly functions: readonly string[];
    }
  | {
      readonly kind: "value";
      /** The end of "It is a value because …". */
      readonly reason: string;
      readonly functions: readonly string[];
    };

/** Excel takes no longer formula, and no more levels of brackets. */
const LONGEST = 8192;
const DEEPEST = 64;

function checked(text: string): string {
  const formula = `=${text}`;
  if (formula.length > LONGEST) {
    throw new NotNative(`it would take ${formula.length} characters, and Excel takes ${LONGEST}`);
  }
  if (depth(formula) > DEEPEST) throw new NotNative("it would nest deeper than Excel allows");
  if (findCalls(formula).length > 0) throw new NotNative("a part of it cannot be rewritten");
  return formula;
}

function sameShape(a: Shape, b: Shape): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

/** One formula per cell of what it gives. */
function cellByCell(tree: Node, size: Shape, scope: Scope): NativeCell[] {
  if (contains(tree, (part) => isRandom(calledName(part)))) {
    throw new NotNative("a number that is drawn at random would be drawn for each cell");
  }
  if (!sameShape(shapeOf(tree, scope), size)) {
    throw new NotNative("its results are not as many as it shows");
  }
  return Array.from({ length: size.rows * size.columns }, (_, i) => {
    const at = { row: Math.floor(i / size.columns), column: i % size.columns };
    return { ...at, formula: checked(print(tree, at, scope)) };
  });
}

/** In the place of a table that is in error the first of its figures gives that error. */
const BELOW_HEADING: At = { row: 1, column: 0 };

function isTable(tree: Node): boolean {
  return FUNCTIONS.get(ownCallId(tree) ?? "")?.shape === "table";
}

function nativeCells(tree: Node, scope: Scope): { cells: NativeCell[]; spills: boolean } {
  const { around } = scope;
  const { size, intersects } = around;
  const first = { row: 0, column: 0 };
  const whole = () => [{ ...first, formula: checked(print(tree, undefined, scope)) }];
  if (!hasRangeOfOurs(tree, scope)) return { cells: whole(), spills: !isOneCell(size) };
  if (!isOneCell(size)) return { cells: cellByCell(tree, size, scope), spills: false };
  if (isOneCell(shapeOf(tree, scope))) return { cells: whole(), spills: false };
  // An ordinary formula in a file shows the first of what a function gives.
  if (intersects)
    return { cells: cellByCell(tree, shapeOf(tree, scope), scope).slice(0, 1), spills: false };
  if (around.valueAt(around.cell) instanceof CalcError && isTable(tree)) {
    return {
      cells: [{ ...first, formula: checked(print(tree, BELOW_HEADING, scope)) }],
      spills: false,
    };
  }
  throw new NotNative("its results have no room to spill");
}

/** The ids of ours among those that are called, each once. */
function functionsIn(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => FUNCTIONS.has(id)).sort();
}

/**
 * A formula as ordinary Excel, which gives the same figures without the add-in.
 *
 * @param formula as one types it, in English, with its equals sign
 * @param around what only the workbook knows; its sheet of prices gets the models that are used
 */
export function rewrite(formula: string, around: Around): Rewritten {
  const calls = findCalls(formula);
  if (calls.length === 0 && !refersToSpill(formula)) return { kind: "unchanged" };
  const functions = functionsIn(calls.map(({ id }) => id));
  try {
    const source = readSource(formula);
    const scope: Scope = {
      source,
      around,
      declared: new Set(),
      shapes: new Map(),
      tellsErrorsApart: false,
    };
    declareNames(source.tree, scope);
    const { cells, spills } = nativeCells(source.tree, scope);
    if (calls.length === 0 && cells[0]?.formula === formula) return { kind: "unchanged" };
    return { kind: "native", cells, spills, functions };
  } catch (error) {
    if (!(error instanceof NotNative)) throw error;
    if (calls.length === 0) return { kind: "unchanged" };
    return { kind: "value", reason: error.message, functions };
  }
}

function refersToSpill(formula: string): boolean {
  return formula.startsWith("=") && (/\d#/.test(formula) || /ANCHORARRAY\(/i.test(formula));
}
