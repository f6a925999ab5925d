import { cellAddress } from "../../src/workbook/address";
import type { CellContent, CellValue, Engine } from "./cells";
import { describeWithLibreOffice } from "./describe-with-libreoffice";
import { ironCalc } from "./ironcalc";
import { functionsIn, SAFE_CALLS, unsafeFunctionsIn } from "./safe-functions";
import { univer } from "./univer";

const NUMBERS: readonly (readonly [string, CellContent])[] = [
  ["A1", 1],
  ["A2", 2],
  ["A3", 4],
  ["B1", 3],
  ["B2", 5],
  ["B3", 4],
];

const CALLS = Object.entries(SAFE_CALLS).map(([name, call], i) => ({
  name,
  address: cellAddress(i, 3),
  call,
}));

async function valuesOfCalls(calculate: Engine): Promise<Record<string, CellValue | undefined>> {
  const formulas = CALLS.map(({ address, call }) => [address, { formula: `=${call}` }] as const);
  const calculated = await calculate([{ name: "S", cells: new Map([...NUMBERS, ...formulas]) }]);
  const values = calculated.get("S");
  return Object.fromEntries(CALLS.map(({ name, address }) => [name, values?.get(address)]));
}

/** Names of the calls whose values differ, texts and truth values included. */
function different(
  a: Readonly<Record<string, CellValue | undefined>>,
  b: Readonly<Record<string, CellValue | undefined>>,
): string[] {
  return Object.keys(a).filter((name) => {
    const [x, y] = [a[name], b[name]];
    return typeof x === "number" && typeof y === "number"
      ? Math.abs(x - y) > 1e-9 * Math.max(Math.abs(x), 1)
      : x !== y || typeof x === "object" || x === undefined;
  });
}

test("safe functions give the same in Univer and IronCalc", async () => {
  expect(different(await valuesOfCalls(univer), await valuesOfCalls(ironCalc))).toEqual([]);
});

describeWithLibreOffice("safe functions in LibreOffice", (libreOffice) => {
  test("give the same as in IronCalc, from a file with prefixes where it needs them", async () => {
    const calculated = await valuesOfCalls((sheets) => libreOffice().calculate(sheets));
    expect(different(calculated, await valuesOfCalls(ironCalc))).toEqual([]);
  });
});

test("each call is one of its function", () => {
  expect(CALLS.filter(({ name, call }) => !functionsIn(call).includes(name))).toEqual([]);
});

test("functions are found outside texts and sheet names alone", () => {
  expect(functionsIn(`IF(A1="SUM(",MAX('LET(x)'!A1,norm.s.inv(0.5)),2)`)).toEqual([
    "IF",
    "MAX",
    "NORM.S.INV",
  ]);
  expect(unsafeFunctionsIn("LET(x,1,x)+XLOOKUP(1,A1:A2,B1:B2)+SUM(A1)")).toEqual([
    "LET",
    "XLOOKUP",
  ]);
});
