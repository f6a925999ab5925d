import { findCalls } from "../../../src/workbook/share/own-calls";
import type { CellValue, Engine } from "../../engines/cells";
import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { ironCalc } from "../../engines/ironcalc";
import { univer } from "../../engines/univer";
import { isSame, keepToday, prepare } from "./both-ways";
import { type RandomFormula, randomFormulas } from "./random-formulas";

const PATIENCE_MS = 600_000;
/** Others take long for long formulas, so they get the first of them. */
const COUNT = { LibreOffice: 5000, IronCalc: 1000, Univer: 500 };

/**
 * Whether two errors mean the same: where an argument is in error our functions answer #VALUE!
 * and plain formulas hand that error on, and of several errors a total shows any.
 */
function areErrorsAlike(
  { formula, isTotal }: RandomFormula,
  direct: CellValue,
  native: CellValue | undefined,
): boolean {
  if (typeof direct !== "object" || typeof native !== "object") return false;
  return isTotal || (findCalls(formula).length > 1 && direct.error === "#VALUE!");
}

/** Random formulas of our functions, worked out as they are and rewritten. */
function describeRandom(count: number, engine: () => Engine): void {
  const { formulas, sheets } = randomFormulas(count);
  let prepared: Awaited<ReturnType<typeof prepare>>;
  keepToday();
  beforeAll(async () => {
    prepared = await prepare(sheets, formulas);
  }, PATIENCE_MS);

  test(
    "give rewritten what they give as they are",
    async () => {
      const native = await prepared.natively(engine());
      const different = formulas.flatMap((asked, i) => {
        const { formula, scale } = asked;
        const one = prepared.rewritten[i];
        if (one?.kind !== "native") return [];
        return (prepared.direct[i] ?? []).flatMap((direct, at) => {
          const value = native[i]?.[at];
          if (isSame(direct, value, scale)) return [];
          if (areErrorsAlike(asked, direct, value)) return [];
          return [{ formula, rewritten: one.cells[at]?.formula, direct, native: value, scale }];
        });
      });

      expect({ count: different.length, first: different.slice(0, 2) }).toEqual({
        count: 0,
        first: [],
      });
    },
    PATIENCE_MS,
  );

  test("become values only where they grow too long, and seldom", () => {
    const values = prepared.rewritten.flatMap((one) => (one.kind === "value" ? [one.reason] : []));
    expect(values.filter((reason) => !reason.startsWith("it would take"))).toEqual([]);
    expect(values.length).toBeLessThan(count / 30);
    expect(prepared.rewritten.filter(({ kind }) => kind === "unchanged")).toEqual([]);
  });

  test("have figures and errors, nested calls and ranges among them", () => {
    const all = prepared.direct.flat();
    expect(all.filter((value) => typeof value === "number").length).toBeGreaterThan(count / 2);
    expect(all.filter((value) => typeof value === "object").length).toBeGreaterThan(count / 20);
    const calls = formulas.map(({ formula }) => findCalls(formula).length);
    expect(calls.filter((number) => number > 2).length).toBeGreaterThan(count / 5);
    expect(prepared.direct.filter(({ length }) => length > 1).length).toBeGreaterThan(count / 8);
  });
}

describeWithLibreOffice("5,000 random formulas of our functions, in LibreOffice", (libreOffice) => {
  describeRandom(COUNT.LibreOffice, () => libreOffice().calculate);
});

describe("1,000 of them, in IronCalc", () => {
  describeRandom(COUNT.IronCalc, () => ironCalc);
});

describe("500 of them, in Univer", () => {
  describeRandom(COUNT.Univer, () => univer);
});
