import fc from "fast-check";
import { commitCharge, commitmentLines, committedCost } from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

test("agrees with Pinecone's published minimum of $50", () => {
  expect(commitmentLines([20], 50)).toEqual([{ charge: 20, shortfall: 30 }]);
  expect(commitCharge([20], 50)).toBe(50);
  expect(commitCharge([100], 50)).toBe(100);
});

test.each([
  [49, 50],
  [50, 50],
  [51, 51],
])("turns a charge of %d into %d under a commitment of 50", (charge, due) => {
  expect(commitCharge([charge], 50)).toBe(due);
  expect(commitCharge([charge], 50, 0)).toBe(due);
});

test("sets busy periods against quiet ones over the term", () => {
  // MAX(20 + 100, 2 x 50)
  expect(commitCharge([20, 100], 50)).toBe(120);
  expect(commitCharge([20, 40], 50)).toBe(100);
});

test("trues up each period", () => {
  // MAX(20, 50) + MAX(100, 50)
  expect(commitCharge([20, 100], 50, 0)).toBe(150);
});

test("puts the term's shortfall into its last period", () => {
  expect(commitmentLines([20, 40], 50)).toEqual([
    { charge: 20, shortfall: 0 },
    { charge: 40, shortfall: 40 },
  ]);
});

test("refuses no periods, a negative commitment, another choice than 0 or 1", () => {
  expect(failure(() => commitCharge([], 50))).toBe("#VALUE! charges must have at least one entry");
  expect(failure(() => commitCharge([1], -1))).toMatch(/^#NUM! commitment/);
  expect(failure(() => commitCharge([1], 1, 2))).toBe(
    "#NUM! termTrueUp must be a whole number, from 0 to 1, got 2",
  );
  expect(failure(() => commitCharge([1], 1, 0.5))).toMatch(/^#NUM! termTrueUp/);
});

test("never comes cheaper in each period than over the term", () => {
  const amount = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 24 }), amount, (charges, least) => {
      const perPeriod = commitCharge(charges, least, 0);
      const overTerm = commitCharge(charges, least, 1);
      expect(perPeriod).toBeGreaterThanOrEqual(overTerm - 1e-8);
      expect(overTerm).toBeGreaterThanOrEqual(charges.reduce((a, b) => a + b, 0) - 1e-8);
    }),
    SEEDED,
  );
});

describe("the cost under a provider's commitment", () => {
  // 1,000 committed at 20% off: list cost -> cost
  it.each([
    [900, 1000],
    [1000, 1000],
    [1100, 1000],
    [1250, 1000],
    [1500, 1200],
  ])("of %d at list is %d", (listCost, cost) => {
    expect(committedCost(listCost, 1000, 0.2)).toBe(cost);
  });

  it("is below list only where list exceeds the commitment", () => {
    const amount = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(amount, amount, (listCost, commitment) => {
        expect(committedCost(listCost, commitment, 0.2) < listCost).toBe(listCost > commitment);
      }),
      SEEDED,
    );
  });
});
