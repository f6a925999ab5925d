/**
 * Functions that formulas of ours may use, each with a call: they are in Excel since 2010, in
 * LibreOffice, IronCalc, Univer and Google Sheets. A1:A3 holds 1, 2, 4 and B1:B3 holds 3, 5, 4.
 */
export const SAFE_CALLS: Readonly<Record<string, string>> = {
  ABS: "ABS(-A1)",
  AND: "AND(A1=1,A2=2)",
  AVERAGE: "AVERAGE(A1:A3)",
  AVERAGEIFS: 'AVERAGEIFS(A1:A3,B1:B3,">3")',
  "BETA.INV": "BETA.INV(0.5,2,3)",
  "BINOM.DIST": "BINOM.DIST(1,3,0.5,TRUE)",
  CHOOSE: "CHOOSE(A2,A1,A3)",
  CORREL: "CORREL(A1:A3,B1:B3)",
  COUNT: "COUNT(A1:A4)",
  COUNTA: "COUNTA(A1:A4)",
  COUNTIF: 'COUNTIF(A1:A3,">1")',
  COUNTIFS: 'COUNTIFS(A1:A3,">1",B1:B3,">3")',
  DATE: "DATE(2026,1,31)",
  // Days up to the 28th alone: Univer goes on into the next month where the day does not exist.
  EDATE: "EDATE(DATE(2026,1,28),1)",
  EOMONTH: "EOMONTH(DATE(2026,1,31),1)",
  EXP: "EXP(A1)",
  FACT: "FACT(A3)",
  IF: "IF(A1=1,2,3)",
  IFERROR: "IFERROR(A1/0,2)",
  IFNA: "IFNA(NA(),2)",
  INDEX: "INDEX(A1:A3,2)",
  INT: "INT(A1/2)",
  ISBLANK: "ISBLANK(A4)",
  ISERROR: "ISERROR(A1/0)",
  ISNUMBER: "ISNUMBER(A1)",
  LARGE: "LARGE(A1:A3,2)",
  LN: "LN(A2)",
  "LOGNORM.DIST": "LOGNORM.DIST(A1,0,1,TRUE)",
  "LOGNORM.INV": "LOGNORM.INV(0.5,0,1)",
  MATCH: "MATCH(2,A1:A3,0)",
  MAX: "MAX(A1:A3)",
  MEDIAN: "MEDIAN(A1:A3)",
  MIN: "MIN(A1:A3)",
  MOD: "MOD(A3,3)",
  NA: "IFNA(NA(),1)",
  "NORM.DIST": "NORM.DIST(A1,0,1,TRUE)",
  "NORM.INV": "NORM.INV(0.5,0,1)",
  "NORM.S.DIST": "NORM.S.DIST(A1,TRUE)",
  "NORM.S.INV": "NORM.S.INV(0.5)",
  NOT: "NOT(A1=1)",
  NPV: "NPV(0.1,A1:A3)",
  OR: "OR(A1=1,A2=1)",
  "PERCENTILE.INC": "PERCENTILE.INC(A1:A3,0.5)",
  PMT: "PMT(0.01,12,100)",
  "POISSON.DIST": "POISSON.DIST(1,2,TRUE)",
  PRODUCT: "PRODUCT(A1:A3)",
  "RANK.EQ": "RANK.EQ(A2,A1:A3)",
  ROUND: "ROUND(A1/3,2)",
  ROUNDDOWN: "ROUNDDOWN(A1/3,2)",
  ROUNDUP: "ROUNDUP(A1/3,2)",
  ROWS: "ROWS(A1:A3)",
  COLUMNS: "COLUMNS(A1:B3)",
  SQRT: "SQRT(A3)",
  "STDEV.S": "STDEV.S(A1:A3)",
  SUM: "SUM(A1:A3)",
  SUMIF: 'SUMIF(A1:A3,">1",B1:B3)',
  SUMIFS: 'SUMIFS(B1:B3,A1:A3,">1")',
  SUMPRODUCT: "SUMPRODUCT((A1:A3>1)*B1:B3)",
  "T.INV": "T.INV(0.9,5)",
  TEXT: 'TEXT(A1,"0.00")',
  VLOOKUP: "VLOOKUP(2,A1:B3,2,FALSE)",
  YEAR: "YEAR(DATE(2026,1,31))",
};

const TEXTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** The functions that a formula calls, in capitals. */
export function functionsIn(formula: string): string[] {
  const names = formula.replace(TEXTS, "").match(/[A-Za-z_][\w.]*(?=\()/g) ?? [];
  return [...new Set(names.map((name) => name.toUpperCase()))];
}

/** The functions that a formula calls although they are not the same everywhere. */
export function unsafeFunctionsIn(formula: string): string[] {
  return functionsIn(formula).filter((name) => !(name in SAFE_CALLS));
}
