/** Functions that give one value for each value of their arguments, so that ranges go through them cell by cell. */
const CELL_BY_CELL: ReadonlySet<string> = new Set(
  (
    "IF IFERROR IFNA IFS SWITCH NOT ABS INT MOD SIGN EXP LN LOG LOG10 SQRT POWER ROUND ROUNDUP ROUNDDOWN " +
    "TRUNC CEILING FLOOR MROUND CEILING.MATH FLOOR.MATH TEXT VALUE LEFT RIGHT MID LEN UPPER LOWER TRIM " +
    "SUBSTITUTE FIND SEARCH REPT EXACT CONCATENATE ISERROR ISERR ISNA ISNUMBER ISTEXT ISBLANK ISLOGICAL " +
    "ERROR.TYPE DATE YEAR MONTH DAY EDATE EOMONTH NORM.S.DIST NORM.S.INV NORM.DIST NORM.INV LOGNORM.DIST " +
    "LOGNORM.INV NORMSDIST NORMSINV TODAY NOW PI TRUE FALSE NA RAND RANDBETWEEN"
  ).split(" "),
);

/** Functions that make one value of all their arguments. */
const TOGETHER: ReadonlySet<string> = new Set(
  (
    "SUM AVERAGE MIN MAX COUNT COUNTA COUNTBLANK PRODUCT MEDIAN STDEV STDEV.S STDEV.P VAR VAR.S VAR.P " +
    "SUMPRODUCT SUMSQ GEOMEAN HARMEAN AND OR XOR NPV IRR CORREL SLOPE INTERCEPT ROWS COLUMNS SUBTOTAL TEXTJOIN CONCAT " +
    "MAXIFS MINIFS SUMIFS AVERAGEIFS COUNTIFS AVERAGEA MAXA MINA"
  ).split(" "),
);

/** Which arguments of other functions a range goes through cell by cell, counted from 0. */
const SOME_ARGUMENTS: Readonly<Record<string, readonly number[]>> = {
  LARGE: [1],
  SMALL: [1],
  PERCENTILE: [1],
  "PERCENTILE.INC": [1],
  QUARTILE: [1],
  "QUARTILE.INC": [1],
  RANK: [0],
  "RANK.EQ": [0],
  SUMIF: [1],
  COUNTIF: [1],
  AVERAGEIF: [1],
  INDEX: [1, 2],
  MATCH: [0],
  VLOOKUP: [0, 2],
  HLOOKUP: [0, 2],
};

/** The places of arguments that a range goes through cell by cell; undefined where a function is not known. */
export function cellByCellArguments(name: string, count: number): readonly number[] | undefined {
  if (CELL_BY_CELL.has(name)) return Array.from({ length: count }, (_, i) => i);
  return TOGETHER.has(name) ? [] : SOME_ARGUMENTS[name];
}

/** Functions of many numbers to which it is the same whether these come one by one or as a range. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(
  (
    "SUM AVERAGE MIN MAX PRODUCT MEDIAN STDEV STDEV.S STDEV.P VAR VAR.S VAR.P SUMSQ COUNT GEOMEAN " +
    "HARMEAN"
  ).split(" "),
);

export function takesOneByOne(name: string): boolean {
  return ONE_BY_ONE.has(name);
}

/** The same of conditions. */
export function takesConditions(name: string): boolean {
  return name === "AND" || name === "OR";
}

/** Functions that make a number of arrays. */
const OF_ARRAYS: ReadonlySet<string> = new Set(
  (
    "SUMPRODUCT LARGE SMALL PERCENTILE PERCENTILE.INC QUARTILE QUARTILE.INC MATCH NPV IRR CORREL SLOPE " +
    "INTERCEPT ROWS COLUMNS"
  ).split(" "),
);

export function takesArrays(name: string): boolean {
  return OF_ARRAYS.has(name) || takesOneByOne(name);
}

/** Functions of `CELL_BY_CELL` whose result is a number or an error. */
const NUMBERS: ReadonlySet<string> = new Set(
  (
    "ABS INT MOD SIGN EXP LN LOG LOG10 SQRT POWER ROUND ROUNDUP ROUNDDOWN TRUNC CEILING FLOOR MROUND VALUE " +
    "CEILING.MATH FLOOR.MATH NORM.S.DIST NORM.S.INV NORM.DIST NORM.INV"
  ).split(" "),
);

export function givesNumber(name: string): boolean {
  return NUMBERS.has(name) || takesArrays(name);
}

/** Functions that draw anew at each use, so that what uses one twice is wrong. */
const RANDOM: ReadonlySet<string> = new Set(["RAND", "RANDBETWEEN", "RANDARRAY"]);

export function isRandom(name: string | undefined): boolean {
  return name !== undefined && RANDOM.has(name);
}

/** Functions to which one error is not as good as another. */
const TELLS_ERRORS_APART: ReadonlySet<string> = new Set(["IFNA", "ISNA", "ISERR", "ERROR.TYPE"]);

export function tellsErrorsApart(name: string | undefined): boolean {
  return name !== undefined && TELLS_ERRORS_APART.has(name);
}
