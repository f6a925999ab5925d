import {
  blendedMargin,
  contributionMargin,
  costPlusPrice,
  effectivePrice,
  freeTierMargin,
  grossMargin,
} from "../../src/calc";
import { failure } from "./failure";

describe("the gross margin", () => {
  // A flat $99 with $9 fixed and $0.06 a unit: 33, 56.256610 and 369 to serve 400, the mean of
  // 787.61016 and 6,000 units.
  it.each([
    [33, 0.6667],
    [56.25661, 0.4318],
    [369, -2.7273],
  ])("of $99 that costs %d is %d", (cogs, margin) => {
    expect(grossMargin(99, cogs)).toBeCloseTo(margin, 4);
  });

  it("is above 1 where a vendor's credit exceeds cost", () => {
    expect(grossMargin(100, -10)).toBe(1.1);
  });

  it("is undefined without revenue, with or without cost", () => {
    expect(failure(() => grossMargin(0, 5))).toBe("#DIV/0! revenue is 0, so there is no margin");
    expect(failure(() => grossMargin(0, 0))).toMatch(/^#DIV\/0!/);
  });

  it("does not exist for a credit-note month", () => {
    expect(failure(() => grossMargin(-1, 5))).toBe("#NUM! revenue must be 0 or more, got -1");
  });
});

describe("the contribution margin", () => {
  it("takes off other variable costs too", () => {
    // (100 - 30 - 13) / 100
    expect(contributionMargin(100, 30, 13)).toBe(0.57);
  });

  it("is the gross margin without them", () => {
    expect(contributionMargin(100, 30)).toBe(0.7);
  });

  it("is undefined without revenue and does not exist below", () => {
    expect(failure(() => contributionMargin(0, 30))).toMatch(/^#DIV\/0!/);
    expect(failure(() => contributionMargin(-1, 30))).toMatch(/^#NUM!/);
  });
});

describe("the blended margin", () => {
  it("is sum over sum, not the mean of ratios", () => {
    // (1100 - 720) / 1100; the mean of 80% and 30% would be 55%.
    expect(blendedMargin([100, 1000], [20, 700])).toBeCloseTo(0.34545, 5);
  });

  it("counts customers without revenue with their cost", () => {
    // (100 - 20 - 30) / 100
    expect(blendedMargin([100, 0], [20, 30])).toBe(0.5);
  });

  it("takes a customer's credit note off the revenue", () => {
    // (100 - 20 - 40) / (100 - 20)
    expect(blendedMargin([100, -20], [40, 0])).toBe(0.5);
  });

  it("is the margin of a period over its months", () => {
    // Months at 90% and 40%, the second three times as large: 1 - 190 / 400; their mean is 65%.
    expect(blendedMargin([100, 300], [10, 180])).toBe(0.525);
  });

  it("wants as many costs as revenues", () => {
    expect(failure(() => blendedMargin([100, 1000], [20]))).toBe(
      "#VALUE! revenues has 2 entries and cogs has 1; expected equally many",
    );
  });

  it("is undefined where revenues add up to 0 and does not exist below", () => {
    expect(failure(() => blendedMargin([0, 0], [20, 5]))).toMatch(/^#DIV\/0!/);
    expect(failure(() => blendedMargin([100, -101], [20, 5]))).toMatch(/^#NUM!/);
  });
});

test("free users lower the margin of a plan", () => {
  // (300 - 80 - 54) / 300 = 55.3%; without free users (300 - 80) / 300 = 73.3%
  expect(freeTierMargin(300, 80, 54)).toBeCloseTo(0.5533, 4);
  expect(freeTierMargin(300, 80, 0)).toBeCloseTo(0.7333, 4);
});

test("a markup of 25% is a margin of 20%", () => {
  expect(costPlusPrice(80, 0.25)).toBe(100);
  // 0.25 / 1.25
  expect(grossMargin(100, 80)).toBe(0.2);
  expect(failure(() => costPlusPrice(80, -0.1))).toMatch(/^#NUM! markup/);
});

test("the effective price of a unit falls with use, and needs use", () => {
  // 99 / 400, 99 / 6000
  expect(effectivePrice(99, 400)).toBe(0.2475);
  expect(effectivePrice(99, 6000)).toBe(0.0165);
  expect(failure(() => effectivePrice(99, 0))).toMatch(/^#DIV\/0!/);
});
