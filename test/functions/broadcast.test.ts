import { CalcError } from "../../src/calc";
import { broadcast } from "../../src/functions/broadcast";
import { GROSSMARGIN } from "../../src/functions/gross-margin";
import { list, number, optional, optionalUnlessGiven, text } from "../../src/functions/parameter";

const margin = GROSSMARGIN.evaluate;

/** Code and message of an answer that is an error. */
function problem(answer: unknown): string {
  return answer instanceof CalcError
    ? `${answer.code} ${answer.message}`
    : `no error: ${String(answer)}`;
}

describe("broadcasting", () => {
  it("gives one answer for single cells", () => {
    expect(margin([[[100]], [[40]]])).toEqual([[0.6]]);
  });

  it("goes down a column with one cell beside it", () => {
    expect(margin([[[100], [200]], [[50]]])).toEqual([[0.5], [0.75]]);
  });

  it("crosses a row with a column", () => {
    // revenue 100 | 200 against cost 50 / 100
    expect(margin([[[100, 200]], [[50], [100]]])).toEqual([
      [0.5, 0.75],
      [0, 0.5],
    ]);
  });

  it("pairs the cells of two ranges of the same shape", () => {
    expect(margin([[[100, 200]], [[25, 100]]])).toEqual([[0.75, 0.5]]);
  });

  it("names the argument whose shape does not fit", () => {
    const answers = margin([
      [[1], [2], [3]],
      [[1], [2]],
    ]);
    expect(answers).toHaveLength(1);
    expect(problem(answers[0]?.[0])).toBe(
      "#VALUE! cogs is 2 rows x 1 columns and does not fit the 3 x 1 of the other arguments; expected one cell, one row, one column or the same shape",
    );
  });

  it("spoils only the cell whose argument is an error", () => {
    const error = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };
    const answers = margin([[[100], [error], [100]], [[40]]]);
    expect(answers[0]).toEqual([0.6]);
    expect(problem(answers[1]?.[0])).toBe(
      "#VALUE! revenue must be a number, got the error #DIV/0!",
    );
    expect(answers[2]).toEqual([0.6]);
  });

  it("spoils only the cell that is outside the domain", () => {
    const answers = margin([[[0], [100]], [[40]]]);
    expect(problem(answers[0]?.[0])).toBe("#DIV/0! revenue is 0, so there is no margin");
    expect(answers[1]).toEqual([0.6]);
  });
});

describe("a cell as a number", () => {
  it.each([
    ["a number", 40, 0.6],
    ["an empty cell (null) as 0", null, 1],
    ["an empty cell (0) as 0", 0, 1],
    ["numeric text as Excel's arithmetic does", " 4e1 ", 0.6],
    ["a formatted number by its basic value", { type: "Double", basicValue: 40 }, 0.6],
  ])("takes %s", (_what, cell, answer) => {
    expect(margin([[[100]], [[cell]]])).toEqual([[answer]]);
  });

  it.each([
    ["forty", 'cogs must be a number, got the text "forty"'],
    ["", 'cogs must be a number, got the text ""'],
    ["1,000", 'cogs must be a number, got the text "1,000"'],
    [true, "cogs must be a number, got TRUE"],
    [{ type: "Entity", text: "card" }, "cogs must be a number, got a value of another kind"],
  ])("rejects %p", (cell, message) => {
    expect(problem(margin([[[100]], [[cell]]])[0]?.[0])).toBe(`#VALUE! ${message}`);
  });

  it("says which required argument is missing", () => {
    expect(problem(margin([[[100]], null])[0]?.[0])).toBe("#VALUE! cogs is missing");
  });
});

describe("optional arguments", () => {
  const show = (a?: number | string, b?: number | string) => `${String(a)} ${String(b)}`;
  const params = [optional(number("a"), "0"), optionalUnlessGiven(number("b"), "7")];
  const run = (...args: unknown[]) =>
    broadcast(params, (a, b) => show(a as number, b as number), args);

  it("leaves an omitted one to its default", () => {
    expect(run(null, undefined)).toEqual([["undefined undefined"]]);
  });

  it("takes a blank as 0, but as not given where 0 makes no sense", () => {
    expect(run([[null]], [[null]])).toEqual([["0 undefined"]]);
    expect(run([[0]], [[0]])).toEqual([["0 undefined"]]);
  });

  it("does not carry a value over from the row above", () => {
    expect(run([[1], [2]], [[5], [null]])).toEqual([["1 5"], ["2 undefined"]]);
  });
});

describe("a list", () => {
  const collect = (blank: "zero" | "skipped" | "open", cells: unknown) =>
    broadcast([list("upTo", {}, blank)], (values) => JSON.stringify(values), [cells])[0]?.[0];

  it("is one row or one column", () => {
    expect(collect("zero", [[1, 2]])).toBe("[1,2]");
    expect(collect("zero", [[1], [2]])).toBe("[1,2]");
    expect(
      problem(
        collect("zero", [
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toBe("#VALUE! upTo must be one row or one column, got 2 rows x 2 columns");
  });

  it("counts a blank entry as 0, or passes over it", () => {
    expect(collect("zero", [[1, null, 3]])).toBe("[1,0,3]");
    expect(collect("skipped", [[1, null, 3]])).toBe("[1,3]");
  });

  it("takes a blank last bound as open and rejects a blank before it", () => {
    // JSON has no Infinity and prints null for it.
    expect(collect("open", [[5, 10, null]])).toBe("[5,10,null]");
    expect(problem(collect("open", [[5, null, 10]]))).toBe(
      "#VALUE! upTo, entry 2, must be a number above 0, got an empty cell or 0; only the last entry may be blank",
    );
  });

  it("names the entry that is no number", () => {
    expect(problem(collect("zero", [[1, "x"]]))).toBe(
      '#VALUE! upTo, entry 2, must be a number, got the text "x"',
    );
  });
});

describe("text", () => {
  const echo = (cell: unknown) =>
    broadcast([text("model")], (value) => `<${String(value)}>`, [cell])[0]?.[0];

  it("is trimmed", () => {
    expect(echo([[" gpt-4o "]])).toBe("<gpt-4o>");
  });

  it("is empty for a blank cell", () => {
    expect(echo([[null]])).toBe("<>");
  });

  it("is never a number or a boolean", () => {
    expect(problem(echo([[12]]))).toBe("#VALUE! model must be text, got the number 12");
    expect(problem(echo([[false]]))).toBe("#VALUE! model must be text, got FALSE");
  });
});
