import fc from "fast-check";
import { breakEvenUsage, grossMargin, marginOfSafety } from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

test("is the usage at which a flat price loses nothing", () => {
  // (99 - 9) / 0.06
  expect(breakEvenUsage(99, 0.06, 9)).toBe(1500);
});

test("is the most usage at a target margin", () => {
  // (99 x 0.4 - 9) / 0.06
  expect(breakEvenUsage(99, 0.06, 9, 0.6)).toBeCloseTo(510, 10);
});

test("is 0 where fixed cost takes it all, and does not exist beyond", () => {
  expect(breakEvenUsage(9, 0.06, 9)).toBe(0);
  expect(failure(() => breakEvenUsage(8.99, 0.06, 9))).toBe(
    "#NUM! price 8.99 at a target margin of 0 does not cover the fixed cost of 9",
  );
});

test("is undefined where units cost nothing", () => {
  expect(failure(() => breakEvenUsage(99, 0))).toBe("#DIV/0! unitCost is 0, so usage has no limit");
});

test("refuses figures outside their range", () => {
  expect(failure(() => breakEvenUsage(-1, 0.06))).toMatch(/^#NUM! price/);
  expect(failure(() => breakEvenUsage(99, -0.06))).toMatch(/^#NUM! unitCost/);
  expect(failure(() => breakEvenUsage(99, 0.06, 0, 1))).toMatch(/^#NUM! targetMargin/);
});

test("gives zero profit at break-even and the target margin at its usage", () => {
  const amount = fc.double({ min: 1, max: 1000, noNaN: true });
  const share = fc.double({ min: 0, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(amount, amount, share, share, (price, unitCost, fixedShare, target) => {
      const fixed = price * fixedShare * (1 - target);
      const zero = breakEvenUsage(price, unitCost, fixed);
      expect(price - fixed - zero * unitCost).toBeCloseTo(0, 8);
      const most = breakEvenUsage(price, unitCost, fixed, target);
      expect(grossMargin(price, most * unitCost + fixed)).toBeCloseTo(target, 10);
    }),
    SEEDED,
  );
});

describe("the margin of safety", () => {
  it("is the share of break-even usage that is left", () => {
    // (1500 - 400) / 1500
    expect(marginOfSafety(400, 1500)).toBeCloseTo(0.7333, 4);
  });

  it("is 0 at break-even and negative past it", () => {
    expect(marginOfSafety(1500, 1500)).toBe(0);
    // (1500 - 6000) / 1500
    expect(marginOfSafety(6000, 1500)).toBe(-3);
  });

  it("is undefined where no usage is safe", () => {
    expect(failure(() => marginOfSafety(0, 0))).toMatch(/^#DIV\/0!/);
  });
});
