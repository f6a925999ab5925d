import { CalcError } from "../../src/calc";
import type { Answer } from "../../src/functions/broadcast";
import { GRADUATEDCHARGE } from "../../src/functions/graduated-charge";
import { USAGECHARGE } from "../../src/functions/usage-charge";
import { VOLUMECHARGE } from "../../src/functions/volume-charge";

function problem(answer: Answer | undefined): string {
  return answer instanceof CalcError ? `${answer.code} ${answer.message}` : "no problem";
}

describe.each([
  ["GRADUATEDCHARGE", GRADUATEDCHARGE],
  ["VOLUMECHARGE", VOLUMECHARGE],
])("%s", (_id, definition) => {
  const charge = (units: unknown[][], upTo: unknown[], prices: unknown[]) =>
    definition.evaluate([units, [upTo], [prices], null]);

  it.each([[null], [0]])("takes a last bound of %j as open", (blank) => {
    // One tier beyond the bound: 5 x 7 + 1 x 6 or 6 x 6
    const [[answer] = []] = charge([[6]], [5, blank], [7, 6]);
    expect(answer).toBe(definition === GRADUATEDCHARGE ? 41 : 36);
  });

  it("refuses a blank bound before the last", () => {
    expect(problem(charge([[6]], [null, 5], [7, 6])[0]?.[0])).toBe(
      "#VALUE! upTo, entry 1, must be a number above 0, got an empty cell or 0; only the last entry may be blank",
    );
  });

  it("bills a column of customers, each its own", () => {
    const answers = charge([[5], [-1], [11]], [5, 10], [7, 6]);
    expect(answers[0]).toEqual([35]);
    expect(problem(answers[1]?.[0])).toMatch(/^#NUM! units must be 0 or more/);
    expect(problem(answers[2]?.[0])).toMatch(/^#NUM! units must not be above the last tier/);
  });

  it("refuses lists of unequal length, natively too", () => {
    expect(problem(charge([[6]], [5, null], [7])[0]?.[0])).toMatch(/^#VALUE! upTo has 2 entries/);
    const { native } = definition;
    expect(typeof native === "function" && native(["A1", ["B1", "B2"], ["C1"]])).toMatch(/#VALUE!/);
  });
});

test("prints a graduated charge as the sum over its tiers", () => {
  const { native } = GRADUATEDCHARGE;
  const print = (withGuards: boolean) =>
    typeof native === "function" && native(["A1", ["B1", "B2"], ["C1", "C2"]], withGuards);
  expect(print(false)).toBe("(A1-MAX(0,A1-B1))*C1+MAX(0,A1-B1)*C2");
  expect(print(true)).toBe(
    "IF(OR(A1<0,C1<0,C2<0),#NUM!,IF(OR(B1<=0,AND(B2<>0,B2<=B1)),#VALUE!," +
      "IF(AND(B2<>0,A1>B2),#NUM!,(A1-MAX(0,A1-B1))*C1+MAX(0,A1-B1)*C2)))",
  );
});

test("a blank maximum is none, so that an empty cell does not make a charge 0", () => {
  const args = (maximum: unknown) => [[[400]], [[0.1]], [[0]], [[0]], [[0]], [[maximum]]];
  expect(USAGECHARGE.evaluate(args(null))).toEqual([[40]]);
  expect(USAGECHARGE.evaluate(args(0))).toEqual([[40]]);
  expect(USAGECHARGE.evaluate(args(30))).toEqual([[30]]);
});
