import { CalcError, excelDate, instantOf, inverseNormal, normalCdf } from "../calc";

/** What a cell holds: a number, a text, TRUE or FALSE, nothing, or an error. */
export type Value = number | string | boolean | null | CalcError;

/** An argument: one value, or the values of a range. */
export type Operand = Value | readonly Value[];

export function isRange(operand: Operand | undefined): operand is readonly Value[] {
  return Array.isArray(operand);
}

/** A value as arithmetic sees it; an error is thrown. */
export function numberOf(operand: Operand | undefined): number {
  const value = isRange(operand) ? operand[0] : operand;
  if (value instanceof CalcError) throw value;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === null || value === undefined) return 0;
  const parsed = value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isNaN(parsed)) throw new CalcError("#VALUE!", `"${value}" is not a number`);
  return parsed;
}

/** The numbers of the arguments; in ranges text and blanks are passed over, as Excel does. */
function numbersOf(operands: readonly (Operand | undefined)[]): number[] {
  return operands.flatMap((operand) => {
    if (!isRange(operand)) return [numberOf(operand)];
    return operand.flatMap((value) => {
      if (value instanceof CalcError) throw value;
      return typeof value === "number" ? [value] : [];
    });
  });
}

function rangeOf(operand: Operand | undefined): readonly Value[] {
  return isRange(operand) ? operand : [operand ?? null];
}

function truth(operand: Operand | undefined): boolean {
  return numberOf(operand) !== 0;
}

function truths(operands: readonly (Operand | undefined)[]): boolean[] {
  return operands.flatMap((operand) =>
    rangeOf(operand)
      .filter((value) => value !== null && typeof value !== "string")
      .map(truth),
  );
}

/** Whether two values are the same to a spreadsheet: case does not count, blank is 0 and "". */
export function isSame(a: Value, b: Value): boolean {
  if (typeof a === "string" || typeof b === "string") {
    return String(a ?? "").toLowerCase() === String(b ?? "").toLowerCase();
  }
  return numberOf(a) === numberOf(b);
}

const CRITERION = /^(<=|>=|<>|<|>|=)?(.*)$/s;

/** Whether values meet a criterion such as ">=0.4" or "Loss", read once for all of them. */
function meeting(criterion: Value): (value: Value) => boolean {
  if (typeof criterion !== "string") {
    return (value) => value !== null && isSame(value, criterion);
  }
  const [, operator = "=", text = ""] = CRITERION.exec(criterion) ?? [];
  const bound = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isNaN(bound)) {
    const wanted = text.toLowerCase();
    const isWanted = operator !== "<>";
    return (value) => (typeof value === "string" && value.toLowerCase() === wanted) === isWanted;
  }
  return (value) => {
    if (typeof value !== "number") return operator === "<>";
    switch (operator) {
      case "<":
        return value < bound;
      case "<=":
        return value <= bound;
      case ">":
        return value > bound;
      case ">=":
        return value >= bound;
      case "<>":
        return value !== bound;
      default:
        return value === bound;
    }
  };
}

/** Places at which every pair of range and criterion is met. */
function places(pairs: readonly (Operand | undefined)[]): number[] {
  const tests = pairs.flatMap((operand, j) => {
    if (j % 2 === 1) return [];
    return [{ range: rangeOf(operand), isMet: meeting(rangeOf(pairs[j + 1])[0] ?? null) }];
  });
  const length = tests[0]?.range.length ?? 0;
  const found: number[] = [];
  for (let i = 0; i < length; i++) {
    if (tests.every(({ range, isMet }) => isMet(range[i] ?? null))) found.push(i);
  }
  return found;
}

function match(wanted: Value, range: readonly Value[], mode: number): number {
  if (mode === 0) {
    const at = range.findIndex(
      (value) => value !== null && !(value instanceof CalcError) && isSame(value, wanted),
    );
    if (at < 0) throw new CalcError("#N/A", "there is no match");
    return at + 1;
  }
  const key = numberOf(wanted);
  const at = range.filter((value) => typeof value === "number" && value <= key).length;
  if (at === 0) throw new CalcError("#N/A", "all values are larger");
  return at;
}

function roundedUp(value: number, digits: number): number {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.ceil(Math.abs(value) * scale)) / scale;
}

function serial(year: number, month: number, day: number): number {
  return excelDate(Date.UTC(year, month, day));
}

function dateOf(value: number): Date {
  return new Date(instantOf(Math.floor(value)));
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

type Compute = (...operands: (Operand | undefined)[]) => Value;

/**
 * The spreadsheet functions that sheets may use, as every spreadsheet program works them out.
 * IF, IFERROR and ISERROR are not here: they look at their arguments one by one.
 */
export const SPREADSHEET_FUNCTIONS: Readonly<Record<string, Compute>> = {
  ABS: (x) => Math.abs(numberOf(x)),
  AND: (...all) => truths(all).every(Boolean),
  AVERAGE: (...all) => {
    const numbers = numbersOf(all);
    if (numbers.length === 0) throw new CalcError("#DIV/0!", "there is nothing to average");
    return numbers.reduce((a, b) => a + b, 0) / numbers.length;
  },
  CHOOSE: (index, ...values) => rangeOf(values[numberOf(index) - 1])[0] ?? null,
  COUNT: (...all) => numbersOf(all.map((operand) => rangeOf(operand))).length,
  COUNTIF: (...pair) => places(pair).length,
  COUNTIFS: (...pairs) => places(pairs).length,
  EOMONTH: (date, months) => {
    const from = dateOf(numberOf(date));
    return serial(from.getUTCFullYear(), from.getUTCMonth() + numberOf(months) + 1, 0);
  },
  EXP: (x) => Math.exp(numberOf(x)),
  FACT: (n) => factorial(Math.floor(numberOf(n))),
  INDEX: (range, place) => {
    const at = numberOf(place);
    const values = rangeOf(range);
    if (at < 1 || at > values.length) throw new CalcError("#VALUE!", "INDEX points outside");
    return values[at - 1] ?? 0;
  },
  INT: (x) => Math.floor(numberOf(x)),
  ISNUMBER: (x) => typeof rangeOf(x)[0] === "number",
  LARGE: (range, place) => {
    const largest = numbersOf([range]).sort((a, b) => b - a)[numberOf(place) - 1];
    if (largest === undefined) throw new CalcError("#NUM!", "there are not so many numbers");
    return largest;
  },
  LN: (x) => {
    const value = numberOf(x);
    if (value <= 0) throw new CalcError("#NUM!", `the logarithm of ${value} does not exist`);
    return Math.log(value);
  },
  MATCH: (wanted, range, mode) => match(rangeOf(wanted)[0] ?? null, rangeOf(range), numberOf(mode)),
  MAX: (...all) => Math.max(...numbersOf(all)),
  MIN: (...all) => Math.min(...numbersOf(all)),
  MOD: (a, b) => numberOf(a) - numberOf(b) * Math.floor(numberOf(a) / numberOf(b)),
  MONTH: (date) => dateOf(numberOf(date)).getUTCMonth() + 1,
  "NORM.S.DIST": (z) => normalCdf(numberOf(z)),
  "NORM.S.INV": (p) => inverseNormal(numberOf(p)),
  NOT: (x) => !truth(x),
  OR: (...all) => truths(all).some(Boolean),
  "RANK.EQ": (value, range) => {
    const own = numberOf(value);
    return 1 + numbersOf([range]).filter((other) => other > own).length;
  },
  ROUND: (x, digits) => {
    const scale = 10 ** numberOf(digits);
    const value = numberOf(x);
    return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
  },
  ROUNDUP: (x, digits) => roundedUp(numberOf(x), numberOf(digits)),
  SQRT: (x) => {
    const value = numberOf(x);
    if (value < 0) throw new CalcError("#NUM!", `${value} has no square root`);
    return Math.sqrt(value);
  },
  SUM: (...all) => numbersOf(all).reduce((a, b) => a + b, 0),
  SUMIF: (range, criterion, values) => {
    const added = rangeOf(values);
    return places([range, criterion]).reduce((sum, i) => sum + numberOf(added[i] ?? null), 0);
  },
  SUMPRODUCT: (...ranges) => {
    const [first = [], ...others] = ranges.map(rangeOf);
    return first.reduce<number>(
      (sum, value, i) =>
        sum + others.reduce((product, range) => product * numberOf(range[i]), numberOf(value)),
      0,
    );
  },
  YEAR: (date) => dateOf(numberOf(date)).getUTCFullYear(),
};
