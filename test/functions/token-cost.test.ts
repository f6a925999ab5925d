import { CalcError } from "../../src/calc";
import { MODELPRICE } from "../../src/functions/model-price";
import { today } from "../../src/functions/today";
import { TOKENCOST } from "../../src/functions/token-cost";

// gpt-5.6-sol costs $5 for a million tokens of input, and $4 from 21 August 2026 on.
const LAST_DEAR_DAY = new Date(2026, 7, 20, 23, 59, 59);
const FIRST_CHEAP_DAY = new Date(2026, 7, 21);

function at(now: Date): void {
  jest.useFakeTimers({ now });
}

afterEach(() => {
  jest.useRealTimers();
});

test("today is the date here, until midnight", () => {
  at(LAST_DEAR_DAY);
  expect(today()).toBe(46_254);
  at(FIRST_CHEAP_DAY);
  expect(today()).toBe(46_255);
});

describe("asOf", () => {
  it.each([
    ["is omitted", null],
    ["is an empty cell", [[null]]],
    ["is an empty cell that Excel hands over as 0", [[0]]],
  ])("means today where it %s", (_how, asOf) => {
    at(LAST_DEAR_DAY);
    expect(MODELPRICE.evaluate([[["gpt-5.6-sol"]], null, asOf])).toEqual([[5]]);
    at(FIRST_CHEAP_DAY);
    expect(MODELPRICE.evaluate([[["gpt-5.6-sol"]], null, asOf])).toEqual([[4]]);
    // 250,000 x 4 millionths
    const cost = TOKENCOST.evaluate([[["gpt-5.6-sol"]], [[250_000]], [[0]], null, null, asOf]);
    expect(cost).toEqual([[1]]);
  });

  it("goes before the clock where it is given", () => {
    at(FIRST_CHEAP_DAY);
    expect(MODELPRICE.evaluate([[["gpt-5.6-sol"]], null, [[46_254]]])).toEqual([[5]]);
  });

  it("is a date and no text that looks like one", () => {
    const [answer] = MODELPRICE.evaluate([[["gpt-4o"]], null, [["2026-08-21"]]])[0] ?? [];
    expect(answer instanceof CalcError && answer.message).toBe(
      'asOf must be a date, such as DATE(2026,1,31) or a cell with a date, got the text "2026-08-21"',
    );
  });
});

test("kind is input where it is omitted, blank or empty text", () => {
  for (const kind of [null, [[null]], [[0]], [[""]]]) {
    expect(MODELPRICE.evaluate([[["claude-sonnet-4-5"]], kind, [[46_266]]])).toEqual([[3]]);
  }
});

test("a wrong model spoils its own row alone", () => {
  const models = [["claude-sonnet-4-5"], ["claude-sonet-4-5"], ["gemini-2.5-pro"], [null]];
  const [first, second, third, last] = TOKENCOST.evaluate([
    models,
    [[12_000]],
    [[800]],
    null,
    null,
    [[46_266]],
  ]).flat();
  // 12,000 x 3 + 800 x 15, and 12,000 x 1.25 + 800 x 10 millionths
  expect(first).toBeCloseTo(0.048, 14);
  expect(third).toBeCloseTo(0.023, 14);
  expect(second instanceof CalcError && second.message).toBe(
    'Unknown model "claude-sonet-4-5"; did you mean "claude-sonnet-4-5"?',
  );
  expect(last instanceof CalcError && last.message).toBe("model is empty");
});
