import { planScenario } from "../../src/scenario/build-scenario";
import { unsafeFunctionsIn } from "../engines/safe-functions";
import { numbersIn, relativeForm } from "./formula-rules";
import { formulasOf } from "./plan-cells";
import { PROVEN } from "./proven-scenarios";

/** Numbers that formulas may hold beside 0, 1 and 2. */
const UNITS: ReadonlyMap<number, string> = new Map([
  [1000, "prices per thousand searches"],
  [10, "10^6: prices per million tokens"],
  [6, "10^6"],
  [3600, "seconds of an hour"],
  [1e-12, "what rounding leaves where a charge keeps nothing"],
]);

/** The rows of the table of prices and usage count the rows above them. */
const COUNTS_ROWS = /^step\.margin\.\d$/;

/** Longer ones are hard to follow. */
const LONGEST = 310;

test("numbers are found in a formula, and neither in addresses nor in texts or names", () => {
  const formula = `='Sheet 7'!$A$3*12+LOG10(B4)/"5"^1E-9-Sheet8!C9*.5`;
  expect(numbersIn(formula)).toEqual([12, 1e-9, 0.5]);
});

test("a formula that is copied keeps its relative form, and one that is pinned elsewhere does not", () => {
  expect(relativeForm("=B2*$C$1+'A1 x'!D$5", "A2")).toBe("=R[0]C[1]*R1CC+'A1 x'!R5C[3]");
  expect(relativeForm("=C3*$C$1+'A1 x'!E$5", "B3")).toBe("=R[0]C[1]*R1CC+'A1 x'!R5C[3]");
  expect(relativeForm("=C2*$C$1", "B3")).toBe("=R[-1]C[1]*R1CC");
});

describe.each(PROVEN)("the formulas of $it", ({ scenario }) => {
  const cells = formulasOf(planScenario(scenario, []));

  test("call only functions that are the same everywhere", () => {
    expect(new Set(cells.flatMap(({ formula }) => unsafeFunctionsIn(formula)))).toEqual(new Set());
  });

  test("hold no numbers but 0, 1, 2 and those of units", () => {
    const odd = cells.flatMap(({ name, formula }) =>
      numbersIn(formula)
        .filter((number) => number > 2 || !Number.isInteger(number))
        .filter((number) => !UNITS.has(number) && !COUNTS_ROWS.test(name))
        .map((number) => `${name}: ${number}`),
    );
    expect([...new Set(odd)]).toEqual([]);
  });

  test("are the same along an axis", () => {
    const forms = new Map<string, Set<string>>();
    for (const { name, formula, address } of cells) {
      const form = relativeForm(formula, address);
      forms.set(name, (forms.get(name) ?? new Set()).add(form));
    }
    const torn = [...forms].filter(([, { size }]) => size > 1);
    expect(torn.map(([name, found]) => [name, ...found])).toEqual([]);
  });

  test("belong to a name, refer to no other workbook and are short", () => {
    expect(cells.filter(({ name }) => name === "")).toEqual([]);
    expect(cells.filter(({ formula }) => formula.includes("["))).toEqual([]);
    const long = cells.filter(({ formula }) => formula.length > LONGEST);
    expect([...new Set(long.map(({ name, formula }) => `${name}: ${formula.length}`))]).toEqual([]);
  });
});
