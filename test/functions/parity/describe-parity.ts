import { CalcError } from "../../../src/calc";
import type { Calculated, CellValue, Engine } from "../../engines/cells";
import { ALL_CASES } from "./cases";
import { type Check, paritySheet } from "./sheets";

/** Relative to the figure, or to how large it is by nature. */
const TOLERANCE = 1e-9;

/** Beyond so many standard deviations only LibreOffice knows the normal distribution well. */
const FARTHEST_Z = 5;

/** All sheets at once: seconds, but a busy computer may take minutes. */
const PATIENCE_MS = 600_000;

function isSame({ expected, scale }: Check, value: CellValue | undefined): boolean {
  if (expected instanceof CalcError) {
    return typeof value === "object" && value.error === expected.code;
  }
  if (typeof expected === "number" && typeof value === "number") {
    return Math.abs(value - expected) <= TOLERANCE * Math.max(Math.abs(expected), scale);
  }
  return value === expected;
}

/** What a reader needs to see of a difference. */
function difference({ of, formula, expected }: Check, value: CellValue | undefined) {
  const answer = expected instanceof CalcError ? `${expected.code} ${expected.message}` : expected;
  return { it: of.it, args: of.args, formula, code: answer, native: value };
}

/**
 * Compares the native formulas of every function with its code, calculated by a spreadsheet program.
 *
 * @param knowsTails whether the program is exact beyond five standard deviations; where it is
 *   not, cases there are left out, counted and named
 */
export function describeParity(name: string, calculate: Engine, knowsTails: boolean): void {
  describe(`native formulas in ${name}`, () => {
    const sheets = ALL_CASES.map((cases) => ({ id: cases.id, ...paritySheet(cases) }));
    let calculated: Calculated;

    beforeAll(async () => {
      calculated = await calculate(sheets.map(({ sheet }) => sheet));
    }, PATIENCE_MS);

    function isLeftOut(values: ReadonlyMap<string, CellValue>, { zAddress }: Check): boolean {
      if (knowsTails || zAddress === undefined) return false;
      const z = values.get(zAddress);
      return typeof z !== "number" || z > FARTHEST_Z;
    }

    test.each(sheets)("$id gives what its code gives", ({ id, checks }) => {
      const values = calculated.get(id) ?? new Map<string, CellValue>();
      const differences = checks
        .filter((check) => !isLeftOut(values, check))
        .filter((check) => !isSame(check, values.get(check.address)))
        .map((check) => difference(check, values.get(check.address)));
      // The first few say what is wrong; their number says how often.
      expect({ count: differences.length, first: differences.slice(0, 3) }).toEqual({
        count: 0,
        first: [],
      });
    });

    test("are left to LibreOffice only beyond five standard deviations, and seldom", () => {
      const leftOut = sheets.flatMap(({ id, checks }) => {
        const values = calculated.get(id) ?? new Map<string, CellValue>();
        const count = checks.filter((check) => isLeftOut(values, check)).length;
        return count === 0 ? [] : [{ id, count, of: checks.length }];
      });
      if (leftOut.length > 0) {
        const counts = leftOut.map(({ id, count, of }) => `${id} ${count} of ${of}`);
        console.info(`Beyond |z| = 5 and left to LibreOffice, not ${name}: ${counts.join(", ")}.`);
      }
      expect(leftOut.filter(({ count, of }) => count > of / 4)).toEqual([]);
    });
  });
}
