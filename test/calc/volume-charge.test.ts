import fc from "fast-check";
import { graduatedCharge, volumeCharge } from "../../src/calc";
import { failure } from "./failure";
import { anyUnits, OPENMETER_VOLUME, SEEDED, STRIPE } from "./tariffs";

// Stripe's published results: 1 x 7, 5 x 7, 6 x 6.50, 20 x 6, 25 x 6.
test.each([
  [1, 7],
  [5, 35],
  [6, 39],
  [20, 120],
  [25, 150],
])("bills %d units in Stripe's tiers at %d", (units, amount) => {
  expect(volumeCharge(units, STRIPE.upTo, STRIPE.prices)).toBe(amount);
});

// OpenMeter's published results; one unit more than 15 lowers the total.
test.each([
  [5, 100],
  [14, 140],
  [15, 150],
  [16, 80],
  [100, 500],
])("bills %d units in OpenMeter's tiers at %d", (units, amount) => {
  const { upTo, prices, fees } = OPENMETER_VOLUME;
  expect(volumeCharge(units, upTo, prices, fees)).toBe(amount);
});

test("asks nothing for 0 units", () => {
  expect(volumeCharge(0, [5, Infinity], [0, 5], [100, 0])).toBe(0);
});

test("agrees with Lago's published example", () => {
  // 65,000 x $0.0006 + $10 = $49
  const upTo = [10_000, 50_000, 100_000, Infinity];
  const prices = [0.001, 0.0008, 0.0006, 0.0004];
  expect(volumeCharge(65_000, upTo, prices, [10, 10, 10, 10])).toBeCloseTo(49, 10);
});

test("agrees with Zuplo's published example", () => {
  // 15,000 x $0.01 = $150
  expect(volumeCharge(15_000, [1000, 10_000, Infinity], [0.1, 0.05, 0.01])).toBe(150);
});

test("has no price above a last bound that is not open", () => {
  expect(volumeCharge(10, [5, 10], [7, 6.5])).toBe(65);
  expect(failure(() => volumeCharge(11, [5, 10], [7, 6.5]))).toMatch(/^#NUM! units must not be/);
});

test("refuses tiers out of order", () => {
  expect(failure(() => volumeCharge(6, [10, 5], [7, 6.5]))).toMatch(/^#VALUE! upTo must ascend/);
});

test("is the graduated charge where there is but one tier", () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 0, max: 100 }), (units, price) => {
      expect(volumeCharge(units, [Infinity], [price], [3])).toBe(
        graduatedCharge(units, [Infinity], [price], [3]),
      );
    }),
    SEEDED,
  );
});
