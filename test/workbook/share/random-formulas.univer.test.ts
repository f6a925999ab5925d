import { findCalls } from "../../../src/workbook/share/own-calls";
import type { CellValue, Engine } from "../../engines/cells";
import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { ironCalc } from "../../engines/ironcalc";
import { univer } from "../../engines/univer";
import { isSame, keepToday, prepare } from "./both-ways";
import { type RandomFormula, randomFormulas } from "./random-formulas";

const PATIENCE_MS = 600_000;
const NONE = { count: 0, first: [] };

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

/** Others take long for long formulas, so they get the first of them. */
const COUNT = { LibreOffice: 5000, IronCalc: 1000, Univer: 500 };

describe("5,000 random formulas of our functions", () => {
  const count = COUNT.LibreOffice;
  const { formulas, sheets } = randomFormulas(count);
  let prepared: Awaited<ReturnType<typeof prepare>>;
  keepToday();
  beforeAll(async () => {
    prepared = await prepare(sheets, formulas);
  }, PATIENCE_MS);

  /** Those of the first that give something else rewritten than as they are. */
  async function differences(engine: Engine, first: number) {
    const native = await prepared.natively(engine, first);
    return formulas.slice(0, first).flatMap((asked, i) => {
      const { formula, scale } = asked;
      const one = prepared.rewritten[i];
      if (one?.kind !== "native") return [];
      return (prepared.direct[i] ?? []).flatMap((direct, at) => {
        const value = native[i]?.[at];
        if (isSame(direct, value, scale) || areErrorsAlike(asked, direct, value)) return [];
        return [{ formula, rewritten: one.cells[at]?.formula, direct, native: value, scale }];
      });
    });
  }

  test.each([
    ["IronCalc", ironCalc, COUNT.IronCalc],
    ["Univer", univer, COUNT.Univer],
  ] as const)(
    "give rewritten what they give as they are, in %s",
    async (_, engine, first) => {
      const different = await differences(engine, first);
      // The first few say what is wrong; their number says how often.
      expect({ count: different.length, first: different.slice(0, 2) }).toEqual(NONE);
    },
    PATIENCE_MS,
  );

  describeWithLibreOffice("all of them", (libreOffice) => {
    test(
      "give rewritten what they give as they are, in LibreOffice",
      async () => {
        const different = await differences(libreOffice().calculate, count);
        expect({ count: different.length, first: different.slice(0, 2) }).toEqual(NONE);
      },
      PATIENCE_MS,
    );
  });

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
});
