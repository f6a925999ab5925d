import fc from "fast-check";
import {
  compoundCost,
  countProbability,
  countVariance,
  paretoAt,
  paretoFromTail,
  paretoMean,
  paretoOver,
  paretoProbabilityOver,
  paretoTopShare,
  usageAt,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

describe("Pareto usage", () => {
  const usage = paretoFromTail(400, 6000);

  it("has its exponent and least usage from a median and a tail percentile", () => {
    // a = LN(50) / LN(15) = 1.44459; 400 x 2^(-1 / a)
    expect(1 / usage.exponent).toBeCloseTo(1.4445902826453898, 12);
    expect(usage.least).toBeCloseTo(247.557249744156, 9);
  });

  it("meets both figures, and is twice as heavy as the lognormal beyond them", () => {
    expect(paretoAt(usage, 0.5)).toBeCloseTo(400, 9);
    expect(paretoAt(usage, 0.99)).toBeCloseTo(6000, 8);
    // 247.557 x 1000^(1 / a) against 14,599 for the lognormal
    expect(paretoAt(usage, 0.999)).toBeCloseTo(29538.5417215, 6);
    expect(usageAt(400, 6000, 0.999)).toBeCloseTo(14599.4005886, 6);
  });

  it("has a mean, and a quarter of usage from one customer in a hundred", () => {
    // a x 247.557 / (a - 1); 0.01^(1 - 1 / a)
    expect(paretoMean(usage)).toBeCloseTo(804.378348647054, 8);
    expect(paretoTopShare(usage, 0.01)).toBeCloseTo(0.242368179732197, 12);
    expect(paretoTopShare(usage, 0)).toBe(0);
    expect(paretoTopShare(usage, 1)).toBe(1);
  });

  it("splits usage below, at and above its least", () => {
    expect(paretoProbabilityOver(usage, 0)).toBe(1);
    expect(paretoProbabilityOver(usage, usage.least)).toBe(1);
    // (247.557 / 1000)^a; 1000 / (a - 1) x that
    expect(paretoProbabilityOver(usage, 1000)).toBeCloseTo(0.1330790631105799, 12);
    expect(paretoOver(usage, 1000)).toBeCloseTo(299.3296711721549, 8);
    // 804.378348647054 - 100, and less the least itself
    expect(paretoOver(usage, 100)).toBeCloseTo(704.378348647054, 8);
    expect(paretoOver(usage, usage.least)).toBeCloseTo(556.821098902898, 8);
  });

  it("gives the published limited value of a Lomax loss", () => {
    // Lomax a = 3, theta 1,000 is this less 1,000: E[MIN(X, 5000)] = 500 x (1 - 1/36) = 486.111
    const shifted = { least: 1000, exponent: 1 / 3 };
    expect(paretoMean(shifted) - paretoOver(shifted, 6000) - 1000).toBeCloseTo(486.111, 3);
  });

  it("is constant where both figures are equal", () => {
    const same = paretoFromTail(400, 400);
    expect(paretoAt(same, 0.999)).toBe(400);
    expect(paretoMean(same)).toBe(400);
    expect(paretoOver(same, 300)).toBe(100);
    expect(paretoOver(same, 400)).toBe(0);
    expect(paretoProbabilityOver(same, 399)).toBe(1);
    expect(paretoProbabilityOver(same, 400)).toBe(0);
    expect(paretoTopShare(same, 0.1)).toBeCloseTo(0.1, 14);
  });

  it("has an infinite mean from a P99 50 times the median on", () => {
    expect(paretoMean(paretoFromTail(400, 400 * 49.99))).toBeGreaterThan(400);
    for (const ratio of [50, 50.01]) {
      const heavy = paretoFromTail(400, 400 * ratio);
      expect(failure(() => paretoMean(heavy))).toMatch(/^#NUM! the mean is infinite/);
      expect(failure(() => paretoOver(heavy, 1000))).toMatch(/^#NUM! the mean is infinite/);
      expect(failure(() => paretoOver(heavy, 0))).toMatch(/^#NUM! the mean is infinite/);
      expect(failure(() => paretoTopShare(heavy, 0.01))).toMatch(/^#NUM! the mean is infinite/);
      expect(paretoAt(heavy, 0.99)).toBeCloseTo(400 * ratio, 7);
    }
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => paretoFromTail(0, 6000))).toMatch(/^#NUM! p50/);
    expect(failure(() => paretoFromTail(400, 399))).toMatch(/^#NUM! p99/);
    expect(failure(() => paretoFromTail(400, 6000, 0.5))).toMatch(/^#NUM! tail/);
    expect(failure(() => paretoAt(usage, 1))).toMatch(/^#NUM! percentile/);
    expect(failure(() => paretoProbabilityOver(usage, -1))).toMatch(/^#NUM! level/);
    expect(failure(() => paretoTopShare(usage, 1.1))).toMatch(/^#NUM! topFraction/);
  });
});

describe("counts of tasks", () => {
  const counts = { mean: 40, dispersion: 0.8 };

  it("vary far more than a Poisson count of the same mean", () => {
    // 40 + 1600 / 0.8
    expect(countVariance(counts)).toBe(2040);
  });

  it.each([
    // GAMMALN forms: mpmath; P(0) = (0.8 / 40.8)^0.8
    [0, 0.04304709602799],
    [1, 0.033762428257247054],
    [40, 0.007991345507991462],
    [500, 5.345099878376941e-7],
  ])("have a probability of %d", (count, probability) => {
    expect(Math.abs(countProbability(counts, count) / probability - 1)).toBeLessThan(1e-12);
  });

  it("are geometric at a dispersion of 1, and nearly Poisson at a large one", () => {
    // 0.25 x 0.75^2
    expect(countProbability({ mean: 3, dispersion: 1 }, 2)).toBeCloseTo(0.140625, 14);
    // EXP(-3) x 9 / 2
    expect(countProbability({ mean: 3, dispersion: 1e9 }, 2)).toBeCloseTo(0.224041807655, 8);
  });

  it("have probabilities that add up, with the mean and variance that they should have", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (mean, dispersion) => {
          let [sum, first, second] = [0, 0, 0];
          for (let n = 0; n <= 250; n++) {
            const p = countProbability({ mean, dispersion }, n);
            sum += p;
            first += n * p;
            second += n * n * p;
          }
          expect(sum).toBeCloseTo(1, 8);
          expect(first).toBeCloseTo(mean, 5);
          expect(second - first * first).toBeCloseTo(countVariance({ mean, dispersion }), 3);
        },
      ),
      { ...SEEDED, numRuns: 20 },
    );
  });

  it("refuse figures outside their range", () => {
    expect(failure(() => countVariance({ mean: 0, dispersion: 1 }))).toMatch(/^#NUM! mean/);
    expect(failure(() => countVariance({ mean: 1, dispersion: 0 }))).toMatch(/^#NUM! dispersion/);
    expect(failure(() => countProbability(counts, -1))).toMatch(/^#NUM! count/);
    expect(failure(() => countProbability(counts, 0.5))).toMatch(/^#NUM! count/);
    expect(failure(() => countProbability(counts, 1_000_001))).toMatch(/^#NUM! count/);
  });
});

describe("the cost of a random number of tasks", () => {
  it("adds the spread of counts and of costs", () => {
    // 40 x 0.3; 40 x 0.45^2 + 0.3^2 x 2040 = 8.1 + 183.6
    const cost = compoundCost({ mean: 40, dispersion: 0.8 }, 0.3, 0.45);
    expect(cost.mean).toBeCloseTo(12, 12);
    expect(cost.variance).toBeCloseTo(191.7, 10);
  });

  it("is the spread of counts alone where every task costs the same", () => {
    expect(compoundCost({ mean: 40, dispersion: 0.8 }, 1, 0)).toEqual({ mean: 40, variance: 2040 });
    expect(failure(() => compoundCost({ mean: 40, dispersion: 0.8 }, 1, -1))).toMatch(
      /^#NUM! costDeviation/,
    );
  });
});
