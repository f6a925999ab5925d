import fc from "fast-check";
import { breakEvenChurn, cacPayback, lifetimeValue } from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

describe("break-even churn", () => {
  it("is the share of customers that an increase may lose", () => {
    // 0.1 / (0.4 + 0.1)
    expect(breakEvenChurn(0.4, 0.1)).toBe(0.2);
    expect(breakEvenChurn(0.4, 0)).toBe(0);
    // No margin before: all of the old customers' profit was nothing.
    expect(breakEvenChurn(0, 0.1)).toBe(1);
  });

  it("is negative for a cut: the share to be won", () => {
    // -0.1 / 0.3
    expect(breakEvenChurn(0.4, -0.1)).toBeCloseTo(-1 / 3, 12);
  });

  it("is undefined at a cut of the whole margin and does not exist beyond", () => {
    expect(failure(() => breakEvenChurn(0.4, -0.4))).toMatch(/^#DIV\/0!/);
    expect(failure(() => breakEvenChurn(0, 0))).toMatch(/^#DIV\/0!/);
    expect(failure(() => breakEvenChurn(0.4, -0.41))).toMatch(/^#NUM! a price change of -0.41/);
    expect(failure(() => breakEvenChurn(0.4, -1))).toMatch(/^#NUM! priceChange/);
    expect(failure(() => breakEvenChurn(-0.1, 0.5))).toMatch(/^#NUM! margin/);
  });

  it("leaves gross profit unchanged", () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (margin, change) => {
        const lost = breakEvenChurn(margin, change);
        // Per customer and unit of old price: margin before, margin + change after.
        expect((1 - lost) * (margin + change)).toBeCloseTo(margin, 10);
      }),
      SEEDED,
    );
  });
});

describe("the lifetime value", () => {
  it("is profit over churn", () => {
    expect(lifetimeValue(60, 0.03)).toBe(2000);
    expect(lifetimeValue(60, 1)).toBe(60);
    expect(lifetimeValue(-6, 0.03)).toBe(-200);
  });

  it("is the discounted sum over the months, the first one now", () => {
    // 60 x 1.01 / 0.04; as a sum, 60 x (0.97 / 1.01)^t over t = 0, 1, 2, ...
    expect(lifetimeValue(60, 0.03, 0.01)).toBeCloseTo(1515, 10);
    let sum = 0;
    for (let t = 0; t < 2000; t++) sum += 60 * (0.97 / 1.01) ** t;
    expect(sum).toBeCloseTo(1515, 8);
  });

  it("has no bound without churn and discount", () => {
    expect(failure(() => lifetimeValue(60, 0))).toBe(
      "#DIV/0! without churn and discount a customer's value has no bound",
    );
    expect(lifetimeValue(60, 0, 0.01)).toBeCloseTo(6060, 8);
  });

  it("refuses rates outside 0 to 1", () => {
    expect(failure(() => lifetimeValue(60, 1.1))).toMatch(/^#NUM! churn/);
    expect(failure(() => lifetimeValue(60, 0.1, -0.1))).toMatch(/^#NUM! discountRate/);
  });
});

describe("the payback", () => {
  it("is outlay over gain per month", () => {
    expect(cacPayback(600, 50)).toBe(12);
    expect(cacPayback(0, 50)).toBe(0);
  });

  it("never comes without a gain", () => {
    expect(failure(() => cacPayback(600, 0))).toBe(
      "#N/A never pays back: gross profit per month must be above 0, got 0",
    );
    expect(failure(() => cacPayback(600, -1))).toMatch(/^#N\/A/);
    expect(cacPayback(600, 0.5)).toBe(1200);
  });
});
