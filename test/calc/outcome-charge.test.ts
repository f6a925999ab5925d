import {
  breakEvenSuccessRate,
  grossMargin,
  outcomeCharge,
  outcomePriceFloor,
} from "../../src/calc";
import { failure } from "./failure";

test("bills successes only", () => {
  // 1000 x 0.6 x 0.99
  expect(outcomeCharge(1000, 0.6, 0.99)).toBe(594);
  expect(outcomeCharge(1000, 0, 0.99)).toBe(0);
  expect(outcomeCharge(1000, 1, 0.99)).toBe(990);
});

test("refuses a rate outside 0 to 1", () => {
  expect(failure(() => outcomeCharge(1000, 1.01, 1))).toMatch(/^#NUM! successRate/);
  expect(failure(() => outcomeCharge(1000, -0.01, 1))).toMatch(/^#NUM! successRate/);
});

describe("the price floor of an outcome", () => {
  it("is the cost of an outcome at a target of 0", () => {
    // 0.3 / 0.6
    expect(outcomePriceFloor(0.3, 0.6)).toBe(0.5);
  });

  it("gives back the target margin", () => {
    // 0.3 / (0.6 x 0.4) = 1.25; 1,000 attempts then cost 300 and bring 750.
    expect(outcomePriceFloor(0.3, 0.6, 0.6)).toBeCloseTo(1.25, 12);
    expect(grossMargin(outcomeCharge(1000, 0.6, 1.25), 300)).toBe(0.6);
  });

  it("is undefined without success", () => {
    expect(failure(() => outcomePriceFloor(0.3, 0))).toMatch(/^#DIV\/0!/);
  });
});

describe("the break-even success rate", () => {
  it("is cost over price", () => {
    expect(breakEvenSuccessRate(0.3, 1.2)).toBe(0.25);
  });

  it("reaches 1 and does not exist above", () => {
    expect(breakEvenSuccessRate(1, 1)).toBe(1);
    expect(failure(() => breakEvenSuccessRate(1.01, 1))).toMatch(/^#NUM! an attempt costs 1.01/);
  });

  it("is undefined without a price", () => {
    expect(failure(() => breakEvenSuccessRate(1, 0))).toMatch(/^#DIV\/0!/);
  });
});
