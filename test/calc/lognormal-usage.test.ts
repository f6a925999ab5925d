import fc from "fast-check";
import {
  lognormalAt,
  lognormalDeviation,
  lognormalMean,
  lognormalProbabilityOver,
  lognormalVariance,
  usageAt,
  usageFromPercentiles,
  usageFromTail,
  usageMean,
} from "../../src/calc";
import { failure } from "./failure";
import { relativeError } from "./relative-error";
import { SEEDED } from "./tariffs";
import { anyUsage, SAMPLE_USAGE, summedUp } from "./usages";

// All longer literals: mpmath 1.3 at 30 digits from the textbook formulas.
describe("usage from a median and a tail percentile", () => {
  it.each([
    // LN(ratio) / 2.3263478740408408
    [5, 0.6918302848827695],
    [15, 1.164077922876752],
    [50, 1.6816156556297852],
  ])("has its sigma from a P99 %d times the median", (ratio, sigma) => {
    const usage = usageFromTail(400, 400 * ratio);
    expect(usage.median).toBe(400);
    expect(usage.sigma).toBeCloseTo(sigma, 14);
  });

  it("takes the percentile that the second figure stands for", () => {
    // LN(4) / 1.6448536269514722
    expect(usageFromTail(400, 1600, 0.95).sigma).toBeCloseTo(0.842807127883599, 14);
  });

  it("is constant where both figures are equal", () => {
    expect(usageFromTail(400, 400)).toEqual({ median: 400, sigma: 0, inactiveShare: 0 });
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => usageFromTail(0, 6000))).toBe("#NUM! p50 must be above 0, got 0");
    expect(failure(() => usageFromTail(400, 399.99))).toBe(
      "#NUM! p99 must not be below p50 of 400, got 399.99",
    );
    expect(failure(() => usageFromTail(400, 6000, 0.5))).toBe(
      "#NUM! tail must be strictly between 0.5 and 1, got 0.5",
    );
    expect(failure(() => usageFromTail(400, 6000, 1))).toMatch(/^#NUM! tail/);
    expect(failure(() => usageFromTail(400, 6000, 0.99, -0.1))).toMatch(/^#NUM! inactiveShare/);
    expect(failure(() => usageFromTail(400, 6000, 0.99, 1.1))).toMatch(/^#NUM! inactiveShare/);
    expect(failure(() => usageFromTail(1e-300, 1e300))).toMatch(/^#NUM!/);
  });
});

describe("usage from percentiles", () => {
  it("meets two percentiles, neither of them the median", () => {
    const usage = usageFromPercentiles([0.9, 0.99], [1778.081817464075, 6000]);
    expect(usage.median).toBeCloseTo(400, 9);
    expect(usage.sigma).toBeCloseTo(1.164077922876752, 12);
  });

  it("takes them in any order", () => {
    const usage = usageFromPercentiles([0.99, 0.5], [6000, 400], 0.3);
    expect(usage.median).toBeCloseTo(400, 9);
    expect(usage.sigma).toBeCloseTo(1.164077922876752, 12);
    expect(usage.inactiveShare).toBe(0.3);
  });

  it("fits three by least squares", () => {
    // SLOPE and EXP(INTERCEPT) of LN{400,1900,6000} on NORM.S.INV{0.5,0.9,0.99}
    const usage = usageFromPercentiles([0.5, 0.9, 0.99], [400, 1900, 6000]);
    expect(usage.sigma).toBeCloseTo(1.166005441034497, 12);
    expect(usage.median).toBeCloseTo(407.994092202539, 9);
  });

  it("is constant where all figures are equal", () => {
    const usage = usageFromPercentiles([0.5, 0.9, 0.99], [0.3, 0.3, 0.3]);
    expect(usage).toEqual({ median: 0.3, sigma: 0, inactiveShare: 0 });
  });

  it("refuses figures that fit no usage", () => {
    expect(failure(() => usageFromPercentiles([0.5, 0.9], [400, 300]))).toBe(
      "#NUM! usages must not fall as percentiles rise, got 400, 300",
    );
    expect(failure(() => usageFromPercentiles([0.9, 0.9], [400, 500]))).toMatch(/^#DIV\/0!/);
    expect(failure(() => usageFromPercentiles([0.9], [400]))).toMatch(/^#DIV\/0!/);
    expect(failure(() => usageFromPercentiles([0.5, 0.9], [400]))).toMatch(/^#VALUE!/);
    expect(failure(() => usageFromPercentiles([0.5, 1], [400, 500]))).toBe(
      "#NUM! percentiles, entry 2, must be strictly between 0 and 1, got 1",
    );
    expect(failure(() => usageFromPercentiles([0.5, 0.9], [0, 500]))).toMatch(
      /^#NUM! usages, entry 1/,
    );
  });

  it("gives back any usage from any two of its percentiles", () => {
    const percentile = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(anyUsage, percentile, percentile, ({ median, sigma }, p, q) => {
        fc.pre(Math.abs(p - q) > 0.01);
        const active = { median, sigma, inactiveShare: 0 };
        const fitted = usageFromPercentiles(
          [p, q],
          [p, q].map((at) => lognormalAt(active, at)),
        );
        expect(relativeError(fitted.median, median)).toBeLessThan(1e-9);
        expect(Math.abs(fitted.sigma - sigma)).toBeLessThan(1e-9);
      }),
      SEEDED,
    );
  });
});

describe("usage at a percentile", () => {
  it.each([
    // 400 x EXP(1.16407792 x z): z90 = 1.28155157, z99 = 2.32634787, z99.9 = 3.09023231
    [0.5, 400],
    [0.9, 1778.081817464075],
    [0.99, 6000],
    [0.999, 14599.400588602482],
  ])("is right at %d", (percentile, usage) => {
    expect(relativeError(usageAt(400, 6000, percentile), usage)).toBeLessThan(1e-14);
  });

  it("counts inactive customers below, at and above their share", () => {
    expect(usageAt(400, 6000, 0.29, 0.99, 0.3)).toBe(0);
    expect(usageAt(400, 6000, 0.3, 0.99, 0.3)).toBe(0);
    expect(usageAt(400, 6000, 0.31, 0.99, 0.3)).toBeGreaterThan(0);
    // Rank (0.9 - 0.3) / 0.7 = 6/7 among active customers
    expect(usageAt(400, 6000, 0.9, 0.99, 0.3)).toBeCloseTo(1386.0313867670245, 9);
    expect(usageAt(400, 6000, 0.9, 0.99, 1)).toBe(0);
  });

  it("is finite at the last percentile below 1, whoever is inactive", () => {
    expect(usageAt(400, 6000, 1 - 2 ** -53, 0.99, 0.3)).toBeGreaterThan(1e6);
  });

  it("does not exist at 0 and 1", () => {
    expect(failure(() => usageAt(400, 6000, 0))).toMatch(/^#NUM! percentile/);
    expect(failure(() => usageAt(400, 6000, 1))).toMatch(/^#NUM! percentile/);
  });

  it("inverts the share of customers above a level", () => {
    fc.assert(
      fc.property(anyUsage, fc.double({ min: 0.65, max: 0.999, noNaN: true }), (usage, p) => {
        fc.pre(usage.sigma > 1e-3);
        const over = lognormalProbabilityOver(usage, lognormalAt(usage, p));
        expect(over).toBeCloseTo(1 - p, 10);
      }),
      SEEDED,
    );
  });
});

describe("mean and deviation of usage", () => {
  it.each([
    // EXP(sigma^2 / 2)
    [5, 1.2703780985305888],
    [15, 1.9690254113052164],
    [50, 4.112024994772288],
  ])("for a P99 %d times the median have a known mean", (ratio, meanOverMedian) => {
    expect(relativeError(usageMean(400, 400 * ratio), 400 * meanOverMedian)).toBeLessThan(1e-14);
  });

  it.each([
    // Phi(sigma / 2): 63.5%, 72.0%, 80.0%
    [5, 0.6352967558285513],
    [15, 0.7197297811728387],
    [50, 0.7997721994221163],
  ])("put the mean at a known percentile for a P99 %d times the median", (ratio, percentile) => {
    const usage = usageFromTail(400, 400 * ratio);
    const above = lognormalProbabilityOver(usage, lognormalMean(usage));
    expect(1 - above).toBeCloseTo(percentile, 12);
  });

  it("count inactive customers as 0", () => {
    const usage = usageFromTail(400, 6000, 0.99, 0.3);
    // 0.7 x 787.6101645220867
    expect(lognormalMean(usage)).toBeCloseTo(551.3271151654607, 9);
    expect(lognormalDeviation(usage)).toBeCloseTo(1174.554339712717, 9);
    expect(lognormalDeviation(SAMPLE_USAGE)).toBeCloseTo(1335.9366136447863, 9);
    expect(usageMean(400, 6000, 0.99, 1)).toBe(0);
  });

  it("are exact where all use the same", () => {
    expect(usageMean(400, 400)).toBe(400);
    expect(lognormalDeviation(usageFromTail(400, 400))).toBe(0);
    // A tenth of 400 customers at 0: SQRT(0.1 x 0.9) x 400
    expect(lognormalDeviation(usageFromTail(400, 400, 0.99, 0.1))).toBeCloseTo(120, 10);
  });

  it("do not exist beyond the range of numbers", () => {
    expect(failure(() => usageMean(1, 1e100, 0.6))).toBe(
      "#NUM! the result is too large for a number",
    );
  });

  it("are those of customers summed up one by one", () => {
    fc.assert(
      fc.property(anyUsage, (usage) => {
        const mean = lognormalMean(usage);
        expect(
          relativeError(
            summedUp(usage, (x) => x),
            mean,
          ),
        ).toBeLessThan(1e-9);
        const variance = summedUp(usage, (x) => (x - mean) ** 2);
        expect(Math.abs(variance - lognormalVariance(usage)) / mean ** 2).toBeLessThan(1e-6);
      }),
      { ...SEEDED, numRuns: 100 },
    );
  });
});
