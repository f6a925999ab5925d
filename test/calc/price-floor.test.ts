import fc from "fast-check";
import { contributionMargin, grossMargin, overagePriceFloor, priceFloor } from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

// Floors at 60% for $0.06 a unit and $9 fixed: P50 400 units, mean 787.61016, P99 6,000.
test.each([
  ["the median customer", 33, 82.5],
  // (0.06 x 787.61016 + 9) / 0.4
  ["the portfolio", 56.2566096, 140.64],
  // (0.06 x 6000 + 9) / 0.4
  ["the customer at P99", 369, 922.5],
])("is right for %s", (_who, cogs, floor) => {
  expect(priceFloor(cogs, 0.6)).toBeCloseTo(floor, 2);
});

test("is the metered floor for the cost of a unit", () => {
  // 0.06 / 0.4
  expect(priceFloor(0.06, 0.6)).toBeCloseTo(0.15, 12);
});

test("is the price at a given margin: cost / (1 - margin)", () => {
  expect(priceFloor(33, 0)).toBe(33);
  // 33 / 1.5
  expect(priceFloor(33, -0.5)).toBe(22);
});

test("carries payment fees and a discount", () => {
  // (33 + 0.3) / ((1 - 0.6 - 0.029) x 0.9) = 33.3 / 0.3339
  expect(priceFloor(33, 0.6, 0.029, 0.3, 0.1)).toBeCloseTo(99.7304582210243, 10);
});

test("does not exist where target and payment rate leave nothing, whatever doubles say", () => {
  expect(failure(() => priceFloor(33, 1))).toBe("#NUM! targetMargin must be below 1, got 1");
  expect(failure(() => priceFloor(33, 0.6, 0.4))).toMatch(/^#NUM! targetMargin and paymentRate/);
  // 1 - 0.7 - 0.3 is 5.6e-17
  expect(failure(() => priceFloor(33, 0.7, 0.3))).toMatch(/^#NUM! targetMargin and paymentRate/);
  expect(failure(() => priceFloor(33, 0.6, 0, 0, 1))).toMatch(/^#NUM! discount/);
});

test("gives back the target margin", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1000, noNaN: true }),
      fc.double({ min: -1, max: 0.9, noNaN: true }),
      fc.double({ min: 0, max: 0.05, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      (cogs, target, rate, fee, discount) => {
        const paid = priceFloor(cogs, target, rate, fee, discount) * (1 - discount);
        expect(contributionMargin(paid, cogs, rate * paid + fee)).toBeCloseTo(target, 8);
      },
    ),
    SEEDED,
  );
});

describe("the overage floor", () => {
  it("closes what the base fee leaves open", () => {
    // (56.2566096 / 0.4 - 99) / 293.89728, the mean units over 1,000
    expect(overagePriceFloor(56.2566096, 0.6, 99, 293.89728)).toBeCloseTo(0.14169, 5);
  });

  it("gives back the target margin", () => {
    // 100 + 200 x 0.2 = 140 of revenue for 56 of cost
    expect(overagePriceFloor(56, 0.6, 100, 200)).toBeCloseTo(0.2, 12);
    expect(grossMargin(140, 56)).toBe(0.6);
  });

  it("is 0 where the base fee reaches the target by itself", () => {
    expect(overagePriceFloor(56, 0.6, 200, 200)).toBe(0);
  });

  it("does not exist where nobody goes over", () => {
    expect(failure(() => overagePriceFloor(56, 0.6, 100, 0))).toMatch(/^#NUM! unitsOver/);
  });
});
