import fc from "fast-check";
import { discountedCharge, graduatedCharge, limitedCharge, usageCharge } from "../../src/calc";
import { failure } from "./failure";
import { anyUnits, OPENMETER_GRADUATED, SEEDED } from "./tariffs";

test("bills a flat seat its base fee, whatever the usage", () => {
  expect(usageCharge(0, 0, 99)).toBe(99);
  expect(usageCharge(6000, 0, 99)).toBe(99);
});

test("bills metered units alone", () => {
  // 400 x $0.10
  expect(usageCharge(400, 0.1)).toBe(40);
});

test.each([
  [999, 99],
  [1000, 99],
  // 99 + 1 x 0.08
  [1001, 99.08],
])("bills %d units of a hybrid tariff with 1,000 included at %d", (units, amount) => {
  expect(usageCharge(units, 0.08, 99, 1000)).toBe(amount);
});

test("stays between minimum and maximum", () => {
  expect(usageCharge(14, 10, 0, 0, 150, 155)).toBe(150);
  expect(usageCharge(15, 10, 0, 0, 150, 155)).toBe(150);
  expect(usageCharge(15.5, 10, 0, 0, 150, 155)).toBe(155);
  expect(usageCharge(16, 10, 0, 0, 150, 155)).toBe(155);
});

test("takes a maximum that equals the minimum, and none below it", () => {
  expect(usageCharge(16, 10, 0, 0, 150, 150)).toBe(150);
  expect(failure(() => usageCharge(16, 10, 0, 0, 150, 149))).toBe(
    "#VALUE! maximum must not be below the minimum of 150, got 149",
  );
});

test("refuses negative figures and a maximum of 0", () => {
  expect(failure(() => usageCharge(-1, 10))).toBe("#NUM! units must be 0 or more, got -1");
  expect(failure(() => usageCharge(1, -10))).toBe("#NUM! unitPrice must be 0 or more, got -10");
  expect(failure(() => usageCharge(1, 1, -1))).toMatch(/^#NUM! baseFee/);
  expect(failure(() => usageCharge(1, 1, 0, -1))).toMatch(/^#NUM! includedUnits/);
  expect(failure(() => usageCharge(1, 1, 0, 0, -1))).toMatch(/^#NUM! minimum/);
  expect(failure(() => usageCharge(1, 1, 0, 0, 0, 0))).toBe("#NUM! maximum must be above 0, got 0");
});

test("says where the amount is too large for a number", () => {
  expect(failure(() => usageCharge(1e200, 1e200))).toBe(
    "#NUM! the result is too large for a number",
  );
});

test("never falls with usage", () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, (units, more) => {
      const charge = (used: number) => usageCharge(used, 0.08, 99, 1000, 120, 400);
      expect(charge(units + more)).toBeGreaterThanOrEqual(charge(units));
    }),
    SEEDED,
  );
});

describe("a limited charge", () => {
  it("agrees with OpenMeter's tests of minimum and maximum spend", () => {
    const { upTo, prices, fees } = OPENMETER_GRADUATED;
    const charge = (units: number) => graduatedCharge(units, upTo, prices, fees);
    // 5 units are 100, raised to the minimum; 7 units are 150, cut to the maximum.
    expect(limitedCharge(charge(5), 150)).toBe(150);
    expect(limitedCharge(charge(7), 0, 125)).toBe(125);
  });

  it("leaves alone what lies between", () => {
    expect(limitedCharge(140, 100, 150)).toBe(140);
  });
});

describe("a discounted charge", () => {
  it("takes the discount off usage, before the minimum", () => {
    // MAX(900, 1000 x 0.8); the other order would be MAX(900, 1000) x 0.8 = 800.
    expect(discountedCharge(1000, 0.2, 900)).toBe(900);
  });

  it("is the discounted usage above the minimum", () => {
    expect(discountedCharge(2000, 0.2, 900)).toBe(1600);
  });

  it("takes off at most everything", () => {
    expect(discountedCharge(1000, 1)).toBe(0);
    expect(failure(() => discountedCharge(1000, 1.1))).toBe(
      "#NUM! discount must be from 0 to 1, got 1.1",
    );
  });
});
