import { FUNCTIONS, NAMESPACE } from "../functions";
import type { FormulaStyle } from "./formula-style";
import type { Formula } from "./formula-tree";
import {
  areaOf,
  cellAt,
  FIRST_VALUE_COLUMN,
  type Place,
  reference,
  sheetPrefix,
} from "./placement";

/** Where a formula stands: the place of its own entry, and which cell of it. */
export interface Position {
  readonly own: Place;
  /** Along the axis, counted from 0. */
  readonly place: number;
  readonly places: ReadonlyMap<string, Place>;
  readonly style: FormulaStyle;
}

/** How tightly operators bind, from loose to tight. */
const STRENGTH: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};
const SIGN = 6;
const ATOM = 7;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

function atom(text: string): Printed {
  return { text, strength: ATOM };
}

function placeNamed(name: string, { places }: Position): Place {
  const place = places.get(name);
  if (!place) throw new RangeError(`there is no cell named ${name}`);
  return place;
}

function withSheet(place: Place, { own }: Position, text: string): string {
  return place.sheet === own.sheet ? text : `${sheetPrefix(place.sheet)}${text}`;
}

/** The reference of a single cell, or of the cell at the same place of the same axis. */
function aligned(name: string, position: Position, shift = 0): string {
  const place = placeNamed(name, position);
  if (place.direction === "single") {
    return withSheet(place, position, reference(place.row, place.column, "both"));
  }
  const { own } = position;
  if (place.axis?.id !== own.axis?.id || place.direction !== own.direction) {
    throw new RangeError(`${name} does not line up with the cell that refers to it`);
  }
  const [row, column] = cellAt(place, position.place + shift);
  return withSheet(place, position, reference(row, column, "none"));
}

function block(place: Place, position: Position): string {
  const { row, column, rows, columns } = areaOf(place);
  const from = reference(row, column, "both");
  const to = reference(row + rows - 1, column + columns - 1, "both");
  return withSheet(place, position, `${from}:${to}`);
}

/** From the first cell of an item, pinned, to the one at this place. */
function soFar(name: string, position: Position): string {
  const place = placeNamed(name, position);
  const pin = place.direction === "down" ? "row" : "column";
  const [row, column] = cellAt(place, position.place);
  const from = reference(place.row, place.column, pin);
  return withSheet(place, position, `${from}:${reference(row, column, "none")}`);
}

function atKey(name: string, key: string, position: Position): string {
  const place = placeNamed(name, position);
  const index = place.axis?.keys.findIndex((one) => one.key === key) ?? -1;
  if (index < 0) throw new RangeError(`${name} has no cell for ${key}`);
  const [row, column] = cellAt(place, index);
  return withSheet(place, position, reference(row, column, "both"));
}

function span(first: string, last: string, position: Position): string {
  const to = aligned(last, position);
  return `${aligned(first, position)}:${to.slice(to.lastIndexOf("!") + 1)}`;
}

/** All cells from the first of one entry to the last of another, as wide as the widest between them. */
function rangeOf(first: string, last: string, position: Position): string {
  const from = placeNamed(first, position);
  const names = [...position.places.keys()];
  const between = names.slice(names.indexOf(first), names.indexOf(last) + 1);
  const areas = between.map((name) => areaOf(placeNamed(name, position)));
  const bottom = Math.max(...areas.map(({ row, rows }) => row + rows - 1));
  const right = Math.max(...areas.map(({ column, columns }) => column + columns - 1));
  const corner = reference(from.row, FIRST_VALUE_COLUMN, "both");
  return withSheet(from, position, `${corner}:${reference(bottom, right, "both")}`);
}

/** The cells of a list argument, one by one, as native formulas want them. */
function listCells(formula: Formula, position: Position): string[] {
  if (formula.is === "all") {
    const place = placeNamed(formula.name, position);
    const length = place.axis?.keys.length ?? 1;
    return Array.from({ length }, (_, i) => {
      const [row, column] = cellAt(place, i);
      return withSheet(place, position, reference(row, column, "both"));
    });
  }
  if (formula.is === "span") {
    const names = [...position.places.keys()];
    return names
      .slice(names.indexOf(formula.first), names.indexOf(formula.last) + 1)
      .map((name) => aligned(name, position));
  }
  return [print(formula, position).text];
}

function ownCall(
  id: string,
  args: readonly (Formula | undefined)[],
  position: Position,
): Printed | undefined {
  const definition = FUNCTIONS.get(id);
  if (!definition) return undefined;
  if (position.style === "AIM") {
    const texts = args.map((arg) => (arg ? print(arg, position).text : ""));
    return atom(`${NAMESPACE}.${id}(${texts.join(",")})`);
  }
  if (definition.shape !== "scalar") throw new RangeError(`${id} gives a table`);
  const { native, params } = definition;
  if (typeof native !== "function") throw new RangeError(`${id} has no native formula`);
  const texts = args.map((arg, i) => {
    if (!arg) return undefined;
    return params[i]?.kind === "list" ? listCells(arg, position) : print(arg, position).text;
  });
  // Validation of the inputs holds the domains; what else can go wrong stays guarded.
  return { text: native(texts, "demands"), strength: 0 };
}

function bracketed({ text, strength }: Printed, least: number): string {
  return strength >= least ? text : `(${text})`;
}

function operation(operator: string, operands: readonly Printed[]): Printed {
  const [a, b] = operands;
  if (!a) throw new SyntaxError(`${operator} has nothing to work on`);
  if (!b) {
    return operator === "%"
      ? { text: `${bracketed(a, ATOM)}%`, strength: SIGN }
      : // A sign binds tighter than ^ in a spreadsheet: in brackets it means the same everywhere.
        { text: `${operator}${bracketed(a, ATOM)}`, strength: 3 };
  }
  const strength = STRENGTH[operator];
  if (strength === undefined) throw new SyntaxError(`there is no operator ${operator}`);
  // All operators group from the left, so the right one needs brackets at equal strength.
  return {
    text: `${bracketed(a, strength)}${operator}${bracketed(b, strength + 1)}`,
    strength,
  };
}

function constant(value: number | string | boolean): Printed {
  if (typeof value === "string") return atom(`"${value.replaceAll('"', '""')}"`);
  return atom(String(value).toUpperCase());
}

function print(formula: Formula, position: Position): Printed {
  switch (formula.is) {
    case "constant":
      return constant(formula.value);
    case "error":
      return atom(formula.code);
    case "cell":
      return atom(aligned(formula.name, position));
    case "all":
      return atom(block(placeNamed(formula.name, position), position));
    case "soFar":
      return atom(soFar(formula.name, position));
    case "previous":
      return atom(aligned(formula.name, position, -1));
    case "at":
      return atom(atKey(formula.name, formula.key, position));
    case "span":
      return atom(span(formula.first, formula.last, position));
    case "range":
      return atom(rangeOf(formula.first, formula.last, position));
    case "call": {
      const own = ownCall(formula.id, formula.args, position);
      if (own) return own;
      const args = formula.args.map((arg) => (arg ? print(arg, position).text : ""));
      // The second argument of the distribution says that the cumulative one is meant.
      if (formula.id === "NORM.S.DIST") args[1] = "TRUE";
      return atom(`${formula.id}(${args.join(",")})`);
    }
    case "operation":
      return operation(
        formula.operator,
        formula.operands.map((operand) => print(operand, position)),
      );
  }
}

/** A formula as a spreadsheet takes it, without an equals sign, in A1 references. */
export function printFormula(formula: Formula, position: Position): string {
  return print(formula, position).text;
}
