import { CalcError } from "../calc";
import { FUNCTIONS } from "../functions";
import type { Formula } from "./formula-tree";
import {
  isRange,
  isSame,
  numberOf,
  type Operand,
  SPREADSHEET_FUNCTIONS,
  type Value,
} from "./spreadsheet-functions";

/** What the cells around a formula hold. */
export interface Surroundings {
  readonly cell: (name: string) => Value;
  readonly all: (name: string) => readonly Value[];
  readonly soFar: (name: string) => readonly Value[];
  readonly previous: (name: string) => Value;
  readonly at: (name: string, key: string) => Value;
  readonly span: (first: string, last: string) => readonly Value[];
  readonly range: (first: string, last: string) => readonly Value[];
}

type Arithmetic = (a: number, b: number) => number;

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => {
    if (b === 0) throw new CalcError("#DIV/0!", "division by 0");
    return a / b;
  },
  "^": (a, b) => a ** b,
};

/** Below, equal or above: text comes after numbers and its case does not count. */
function compare(a: Value, b: Value): number {
  if (isSame(a, b)) return 0;
  if (typeof a === "string" && typeof b === "string") {
    return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
  }
  if (typeof a === "string" || typeof b === "string") return typeof a === "string" ? 1 : -1;
  return numberOf(a) - numberOf(b);
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** The single value of an operand; an error in it is thrown. */
function single(operand: Operand): Value {
  const value = isRange(operand) ? (operand[0] ?? null) : operand;
  if (value instanceof CalcError) throw value;
  return value;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new CalcError("#NUM!", "the result is too large");
  return value;
}

function operate(operator: string, operands: readonly Operand[]): Value {
  const [a = null, b] = operands.map(single);
  if (b === undefined) {
    return operator === "-" ? -numberOf(a) : operator === "%" ? numberOf(a) / 100 : numberOf(a);
  }
  if (operator === "&") return `${String(a ?? "")}${String(b ?? "")}`;
  const comparison = COMPARISONS[operator];
  if (comparison) return comparison(compare(a, b));
  const arithmetic = ARITHMETIC[operator];
  if (!arithmetic) throw new SyntaxError(`there is no operator ${operator}`);
  return finite(arithmetic(numberOf(a), numberOf(b)));
}

/** What a calculation gives, its error as a value. */
function attempt(calculate: () => Operand): Operand {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CalcError) return error;
    throw error;
  }
}

/** A call of one of the add-in's functions: the calculation module answers. */
function callOwn(id: string, args: readonly (Operand | undefined)[]): Value {
  const definition = FUNCTIONS.get(id);
  const cells = args.map((arg) => {
    if (arg === undefined) return null;
    if (!isRange(arg)) return [[single(arg)]];
    const spoiled = arg.find((value) => value instanceof CalcError);
    if (spoiled instanceof CalcError) throw spoiled;
    return [[...arg]];
  });
  const answer = definition?.evaluate(cells)[0]?.[0] ?? null;
  if (answer instanceof CalcError) throw answer;
  return answer;
}

function call(
  id: string,
  args: readonly (Formula | undefined)[],
  surroundings: Surroundings,
): Operand {
  const evaluated = (arg: Formula | undefined): Operand =>
    arg ? evaluate(arg, surroundings) : null;
  // These look at some of their arguments only, or look at errors.
  switch (id) {
    case "IF":
      return numberOf(evaluated(args[0])) !== 0 ? evaluated(args[1]) : evaluated(args[2]);
    case "IFERROR": {
      const value = attempt(() => single(evaluated(args[0])));
      return value instanceof CalcError ? evaluated(args[1]) : value;
    }
    case "ISERROR":
      return attempt(() => single(evaluated(args[0]))) instanceof CalcError;
    case "ISNUMBER":
      return typeof attempt(() => single(evaluated(args[0]))) === "number";
  }
  if (FUNCTIONS.has(id))
    return callOwn(
      id,
      args.map((arg) => arg && evaluate(arg, surroundings)),
    );
  const compute = SPREADSHEET_FUNCTIONS[id];
  if (!compute) throw new SyntaxError(`${id} is not among the functions that sheets may use`);
  const value = compute(...args.map(evaluated));
  return typeof value === "number" ? finite(value) : value;
}

function evaluate(formula: Formula, surroundings: Surroundings): Operand {
  switch (formula.is) {
    case "constant":
      return formula.value;
    case "error":
      throw new CalcError(formula.code, "given as such");
    case "cell":
      return surroundings.cell(formula.name);
    case "all":
      return surroundings.all(formula.name);
    case "soFar":
      return surroundings.soFar(formula.name);
    case "previous":
      return surroundings.previous(formula.name);
    case "at":
      return surroundings.at(formula.name, formula.key);
    case "span":
      return surroundings.span(formula.first, formula.last);
    case "range":
      return surroundings.range(formula.first, formula.last);
    case "call":
      return call(formula.id, formula.args, surroundings);
    case "operation":
      return operate(
        formula.operator,
        formula.operands.map((operand) => evaluate(operand, surroundings)),
      );
  }
}

/**
 * The value of a formula, worked out as every spreadsheet program does; the add-in's functions
 * are answered by the calculation module. Errors are values.
 */
export function evaluateFormula(formula: Formula, surroundings: Surroundings): Value {
  const value = attempt(() => single(evaluate(formula, surroundings)));
  // A reference to an empty cell reads as 0.
  return (isRange(value) ? value[0] : value) ?? 0;
}
