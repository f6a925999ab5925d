import fc from "fast-check";
import {
  lognormalMean,
  lognormalVariance,
  priceFloor,
  totalUsage,
  totalUsageAt,
  usageFromTail,
} from "../../src/calc";
import { failure } from "./failure";
import { relativeError } from "./relative-error";
import { SEEDED } from "./tariffs";
import { anyUsage, SAMPLE_USAGE } from "./usages";

describe("the usage of many together", () => {
  it.each([
    // EXP(-v / 2 + SQRT(v) x z99) x N x 787.61016, v = LN(1 + (EXP(sigma^2) - 1) / N): mpmath
    [1, 6000],
    [10, 22358.707279821945],
    [100, 114896.75771984052],
    [1000, 890923.3418781542],
    [10000, 8191898.516511176],
  ])("has its P99 for %d customers", (customers, total) => {
    expect(relativeError(totalUsageAt(400, 6000, customers, 0.99), total)).toBeLessThan(1e-13);
  });

  it.each([
    // P99 over the mean of simulated sums
    [10, 2.9],
    [100, 1.5],
    [1000, 1.138],
    [10000, 1.041],
  ])("is within 3%% of the simulated P99 of %d customers", (customers, simulated) => {
    const overMean = totalUsageAt(400, 6000, customers, 0.99) / (customers * 787.6101645220867);
    expect(relativeError(overMean, simulated)).toBeLessThan(0.03);
  });

  it("varies more as customers move together", () => {
    const overMean = (correlation: number) =>
      totalUsageAt(400, 6000, 1000, 0.99, correlation) / 787610.1645220867;
    // v = LN(1 + (EXP(sigma^2) - 1) x (1 + 999 x correlation) / 1000): mpmath
    expect(overMean(0.01)).toBeCloseTo(1.48421287341, 10);
    expect(overMean(0.1)).toBeCloseTo(2.84913611764, 10);
    // All as one: 6,000 / 787.61016
    expect(overMean(1)).toBeCloseTo(7.61798192846, 10);
  });

  it("gives the stressed floor of 1,000 customers: 156.14 at P99 of their total", () => {
    // (890,923.34 / 1,000 x 0.06 + 9) / 0.4
    const cogs = (totalUsageAt(400, 6000, 1000, 0.99) / 1000) * 0.06 + 9;
    expect(priceFloor(cogs, 0.6)).toBeCloseTo(156.1385, 4);
  });

  it("is a plain sum where all use the same, and 0 where nobody uses anything", () => {
    expect(totalUsageAt(400, 400, 10, 0.99)).toBeCloseTo(4000, 10);
    expect(totalUsageAt(400, 6000, 10, 0.99, 0, 0.99, 1)).toBe(0);
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => totalUsageAt(400, 6000, 0, 0.99))).toBe(
      "#NUM! customers must be a whole number, 1 or more, got 0",
    );
    expect(failure(() => totalUsageAt(400, 6000, 1.5, 0.99))).toMatch(/^#NUM! customers/);
    expect(failure(() => totalUsageAt(400, 6000, 10, 1))).toMatch(/^#NUM! percentile/);
    expect(failure(() => totalUsageAt(400, 6000, 10, 0.99, -0.01))).toMatch(/^#NUM! correlation/);
    expect(failure(() => totalUsageAt(400, 6000, 10, 0.99, 1.01))).toMatch(/^#NUM! correlation/);
    expect(failure(() => totalUsage([]))).toBe("#VALUE! segments must have an entry");
  });
});

describe("segments", () => {
  it("add their means and variances", () => {
    // 900 x (400, 6,000) and 100 x (2,000, 10,000) have a mean of 962,924.77: mpmath
    const total = totalUsage([
      { usage: SAMPLE_USAGE, customers: 900 },
      { usage: usageFromTail(2000, 10000), customers: 100 },
    ]);
    expect(lognormalMean(total)).toBeCloseTo(962924.7677759957, 6);
    // EXP(SQRT(v) x z99) from the same mean and variance
    const p99 = total.median * Math.exp(total.sigma * 2.3263478740408408);
    expect(p99).toBeCloseTo(1071644.5648535916, 5);
  });

  it("come to the same whether customers stand in one or in two", () => {
    const whole = totalUsage([{ usage: SAMPLE_USAGE, customers: 30 }]);
    const parts = totalUsage([
      { usage: SAMPLE_USAGE, customers: 10 },
      { usage: SAMPLE_USAGE, customers: 20 },
    ]);
    expect(relativeError(parts.median, whole.median)).toBeLessThan(1e-13);
    expect(relativeError(parts.sigma, whole.sigma)).toBeLessThan(1e-13);
  });

  it("keep the mean and variance of what they stand for", () => {
    const count = fc.integer({ min: 1, max: 1000 });
    const correlation = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyUsage, count, correlation, (usage, customers, rho) => {
        const total = totalUsage([{ usage, customers, correlation: rho }]);
        expect(relativeError(lognormalMean(total), customers * lognormalMean(usage))).toBeLessThan(
          1e-12,
        );
        const variance = customers * lognormalVariance(usage) * (1 + (customers - 1) * rho);
        const scale = (customers * lognormalMean(usage)) ** 2;
        expect(Math.abs(lognormalVariance(total) - variance) / scale).toBeLessThan(1e-11);
      }),
      SEEDED,
    );
  });
});
