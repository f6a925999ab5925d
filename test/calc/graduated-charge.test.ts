import fc from "fast-check";
import { graduatedCharge, tierAmounts } from "../../src/calc";
import { failure } from "./failure";
import { anyTiers, anyUnits, OPENMETER_GRADUATED, SEEDED, STRIPE, type Tiers } from "./tariffs";

const charge = (units: number, { upTo, prices, fees }: Tiers) =>
  graduatedCharge(units, upTo, prices, fees);

// Stripe's tiers: 5 x 7 + 1 x 6.50; 35 + 5 x 6.50 + 10 x 6; 35 + 32.50 + 15 x 6.
test.each([
  [0, 0],
  [1, 7],
  [5, 35],
  [6, 41.5],
  [10, 67.5],
  [20, 127.5],
  [25, 157.5],
])("bills %d units in Stripe's tiers at %d", (units, amount) => {
  expect(charge(units, STRIPE)).toBe(amount);
});

// OpenMeter's published results.
test.each([
  [3, 100],
  [5, 100],
  [5.001, 150],
  [7, 150],
  [12, 170],
  [22, 235],
])("bills %d units in OpenMeter's tiers at %d", (units, amount) => {
  expect(charge(units, OPENMETER_GRADUATED)).toBe(amount);
});

test("asks no flat fee for 0 units, as Lago; OpenMeter asks its first one, 100", () => {
  expect(charge(0, OPENMETER_GRADUATED)).toBe(0);
});

test("agrees with Autumn's published example", () => {
  // 1,000 x $0.01 + 9,000 x $0.008 + 5,000 x $0.005 = $107
  expect(graduatedCharge(15_000, [1000, 10_000, Infinity], [0.01, 0.008, 0.005])).toBe(107);
});

test("agrees with Zuplo's published example", () => {
  // 1,000 x $0.10 + 9,000 x $0.05 + 5,000 x $0.01 = $600
  expect(graduatedCharge(15_000, [1000, 10_000, Infinity], [0.1, 0.05, 0.01])).toBe(600);
});

test("reaches a last bound that is not open, and has no price above", () => {
  expect(graduatedCharge(10, [5, 10], [7, 6.5])).toBe(67.5);
  expect(failure(() => graduatedCharge(10.5, [5, 10], [7, 6.5]))).toBe(
    "#NUM! units must not be above the last tier's bound of 10, got 10.5; a blank last bound stands open",
  );
});

test("names the entries that are out of order", () => {
  expect(failure(() => graduatedCharge(6, [10, 5, Infinity], [7, 6.5, 6]))).toBe(
    "#VALUE! upTo must ascend strictly: entry 2 (5) is not above entry 1 (10)",
  );
  expect(failure(() => graduatedCharge(6, [5, 5, Infinity], [7, 6.5, 6]))).toBe(
    "#VALUE! upTo must ascend strictly: entry 2 (5) is not above entry 1 (5)",
  );
  expect(failure(() => graduatedCharge(6, [0, 5, Infinity], [7, 6.5, 6]))).toBe(
    "#VALUE! upTo must ascend strictly: entry 1 (0) is not above 0",
  );
});

test("wants lists of equal length", () => {
  expect(failure(() => graduatedCharge(6, [5, 10, Infinity], [7, 6.5]))).toBe(
    "#VALUE! upTo has 3 entries and unitPrices has 2; expected equally many",
  );
  expect(failure(() => graduatedCharge(6, [5, Infinity], [7, 6.5], [1]))).toBe(
    "#VALUE! upTo has 2 entries and flatFees has 1; expected equally many",
  );
  expect(failure(() => graduatedCharge(6, [], []))).toBe(
    "#VALUE! upTo must have at least one entry",
  );
});

test("refuses negative units and prices", () => {
  expect(failure(() => charge(-1, STRIPE))).toBe("#NUM! units must be 0 or more, got -1");
  expect(failure(() => graduatedCharge(1, [Infinity], [-1]))).toBe(
    "#NUM! unitPrices, entry 1, must be 0 or more, got -1",
  );
});

describe("tier amounts", () => {
  it("tell each tier's units, fee and amount", () => {
    expect(tierAmounts(12, [5, 10, 15, Infinity], [0, 0, 10, 5], [100, 50, 0, 0])).toEqual([
      { above: 0, upTo: 5, units: 5, flatFee: 100, amount: 100 },
      { above: 5, upTo: 10, units: 5, flatFee: 50, amount: 50 },
      { above: 10, upTo: 15, units: 2, flatFee: 0, amount: 20 },
      { above: 15, upTo: Infinity, units: 0, flatFee: 0, amount: 0 },
    ]);
  });

  it("add up to the units and to the total", () => {
    fc.assert(
      fc.property(anyUnits, anyTiers, (units, { upTo, prices, fees }) => {
        const lines = tierAmounts(units, upTo, prices, fees);
        const total = graduatedCharge(units, upTo, prices, fees);
        expect(lines.reduce((sum, line) => sum + line.units, 0)).toBeCloseTo(units, 8);
        expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBeCloseTo(total, 8);
      }),
      SEEDED,
    );
  });

  it("never make more units cheaper", () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyTiers, (units, more, tiers) => {
        expect(charge(units + more, tiers)).toBeGreaterThanOrEqual(charge(units, tiers) - 1e-6);
      }),
      SEEDED,
    );
  });
});
