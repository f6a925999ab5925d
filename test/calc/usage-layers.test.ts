import fc from "fast-check";
import {
  belowTargetShare,
  grossMargin,
  lognormalCapped,
  lognormalMean,
  lognormalOver,
  lognormalProbabilityOver,
  lognormalUpTo,
  overagePriceFloor,
  probabilityOver,
  usageCapped,
  usageFromTail,
  usageMean,
  usageOver,
} from "../../src/calc";
import { failure } from "./failure";
import { relativeError } from "./relative-error";
import { SEEDED } from "./tariffs";
import { anyUsage, SAMPLE_USAGE, summedUp } from "./usages";

/** A level of usage as a multiple of the median. */
const anyMultiple = fc.double({ min: 0.01, max: 50, noNaN: true });

// mpmath 1.3 at 30 digits: mean x Phi(k - s) + c x Phi(-k), mean x Phi(s - k) - c x Phi(-k), Phi(-k)
describe("usage split at a level", () => {
  it.each([
    [0, 0, 787.6101645220867, 1],
    [1, 0.9999999767801813, 786.6101645453064, 0.9999998676303613],
    [100, 95.61012679479678, 692.0000377272899, 0.8831525596006864],
    [400, 296.24298280646315, 491.3671817156234, 0.5],
    [1000, 493.7128800621005, 293.89728445998605, 0.2156003512845877],
    [2000, 628.7121054942223, 158.8980590278642, 0.08339591244116552],
    [6000, 751.0783675145242, 36.53179700784135, 0.01],
    [50000, 787.3279579028065, 0.2822066192800616, 1.6787336921910466e-5],
  ])("is right at %d", (level, capped, over, share) => {
    expect(usageCapped(400, 6000, level)).toBeCloseTo(capped, 9);
    expect(usageOver(400, 6000, level)).toBeCloseTo(over, 9);
    expect(probabilityOver(400, 6000, level)).toBeCloseTo(share, 14);
  });

  it("is exact below, at and above the usage that all have in common", () => {
    // Three quarters use 400 units, the others none.
    const figures = (level: number) => [
      usageCapped(400, 400, level, 0.99, 0.25),
      usageOver(400, 400, level, 0.99, 0.25),
      probabilityOver(400, 400, level, 0.99, 0.25),
      lognormalUpTo(usageFromTail(400, 400, 0.99, 0.25), level),
    ];
    expect(figures(0)).toEqual([0, 300, 0.75, 0]);
    expect(figures(300)).toEqual([225, 75, 0.75, 0]);
    expect(figures(400)).toEqual([300, 0, 0, 300]);
    expect(figures(500)).toEqual([300, 0, 0, 300]);
  });

  it("does not turn negative far out", () => {
    expect(usageOver(400, 400.0001, 1e6)).toBe(0);
    expect(usageOver(400, 6000, 1e15)).toBeGreaterThanOrEqual(0);
  });

  it("refuses a level below 0", () => {
    expect(failure(() => usageCapped(400, 6000, -1))).toBe("#NUM! cap must be 0 or more, got -1");
    expect(failure(() => usageOver(400, 6000, -1))).toMatch(/^#NUM! level/);
    expect(failure(() => probabilityOver(400, 6000, -1))).toMatch(/^#NUM! level/);
    expect(failure(() => lognormalUpTo(SAMPLE_USAGE, -1))).toMatch(/^#NUM! level/);
  });

  it("adds up to the mean", () => {
    fc.assert(
      fc.property(anyUsage, anyMultiple, (usage, multiple) => {
        const level = usage.median * multiple;
        const sum = lognormalCapped(usage, level) + lognormalOver(usage, level);
        expect(relativeError(sum, lognormalMean(usage))).toBeLessThan(1e-12);
      }),
      SEEDED,
    );
  });

  it("moves one way as the level rises", () => {
    fc.assert(
      fc.property(anyUsage, anyMultiple, anyMultiple, (usage, a, b) => {
        const [low, high] = [Math.min(a, b) * usage.median, Math.max(a, b) * usage.median];
        const slack = 1e-12 * lognormalMean(usage);
        expect(lognormalCapped(usage, low)).toBeLessThanOrEqual(
          lognormalCapped(usage, high) + slack,
        );
        expect(lognormalOver(usage, high)).toBeLessThanOrEqual(lognormalOver(usage, low) + slack);
        expect(lognormalProbabilityOver(usage, high)).toBeLessThanOrEqual(
          lognormalProbabilityOver(usage, low) + 1e-14,
        );
      }),
      SEEDED,
    );
  });

  it("agrees with customers capped one by one and summed up", () => {
    fc.assert(
      fc.property(anyUsage, anyMultiple, (usage, multiple) => {
        const level = usage.median * multiple;
        const mean = lognormalMean(usage);
        const capped = summedUp(usage, (x) => Math.min(x, level));
        const over = summedUp(usage, (x) => Math.max(0, x - level));
        // The kink lies anywhere within a step of the sum: an error of a step squared, at most.
        expect(Math.abs(lognormalCapped(usage, level) - capped)).toBeLessThan(1e-4 * mean);
        expect(Math.abs(lognormalOver(usage, level) - over)).toBeLessThan(1e-4 * mean);
      }),
      { ...SEEDED, numRuns: 100 },
    );
  });
});

describe("what a level of usage means for the margin", () => {
  it("a cap at 2,000 lifts the blended margin from 43.2% to 52.8% and touches 8.3%", () => {
    const margin = (units: number) => grossMargin(99, 0.06 * units + 9);
    // 1 - (0.06 x 787.61016 + 9) / 99 and 1 - (0.06 x 628.71211 + 9) / 99
    expect(margin(usageMean(400, 6000))).toBeCloseTo(0.43175, 5);
    expect(margin(usageCapped(400, 6000, 2000))).toBeCloseTo(0.52805, 5);
    expect(probabilityOver(400, 6000, 2000)).toBeCloseTo(0.0834, 4);
  });

  it("overage beyond 1,000 units needs 14.2 cents for a blended 60%", () => {
    // ((0.06 x 787.61016 + 9) / 0.4 - 99) / 293.89728
    const cogs = 0.06 * usageMean(400, 6000) + 9;
    expect(overagePriceFloor(cogs, 0.6, 99, usageOver(400, 6000, 1000))).toBeCloseTo(0.14169, 5);
  });
});

describe("the share below target", () => {
  it("is 41.7% below 60% and 12.8% at a loss for the sample", () => {
    // Phi(LN(400 / 510) / sigma) and Phi(LN(400 / 1500) / sigma)
    expect(belowTargetShare(99, 0.06, 400, 6000, 9, 0.6)).toBeCloseTo(0.4173401751524218, 13);
    expect(belowTargetShare(99, 0.06, 400, 6000, 9)).toBeCloseTo(0.12809276930436203, 13);
  });

  it("is a share of all customers, and idle ones meet a target that fixed cost meets", () => {
    // 0.7 x 0.41734
    expect(belowTargetShare(99, 0.06, 400, 6000, 9, 0.6, 0.99, 0.3)).toBeCloseTo(0.29213812, 8);
  });

  it("is 1 as soon as fixed cost alone misses the target", () => {
    // 39.6 is 40% of 99
    expect(belowTargetShare(99, 0.06, 400, 6000, 39.61, 0.6, 0.99, 0.3)).toBe(1);
    expect(belowTargetShare(99, 0.06, 400, 6000, 39.6, 0.6, 0.99, 0.3)).toBe(0.7);
    expect(belowTargetShare(99, 0, 400, 6000, 39.6, 0.6, 0.99, 0.3)).toBe(0);
  });

  it("takes rounding for what it is", () => {
    // 0.09 x (1 - 0.4) is 0.05399999999999999 in doubles
    expect(belowTargetShare(0.09, 0, 400, 6000, 0.054, 0.4)).toBe(0);
  });

  it("is all or nobody where all use the same", () => {
    // 510 units cost 39.6, 60% below 99
    expect(belowTargetShare(99, 0.06, 509, 509, 9, 0.6)).toBe(0);
    expect(belowTargetShare(99, 0.06, 510, 510, 9, 0.6)).toBe(0);
    expect(belowTargetShare(99, 0.06, 511, 511, 9, 0.6)).toBe(1);
    expect(belowTargetShare(99, 0.06, 511, 511, 9, 0.6, 0.99, 0.25)).toBe(0.75);
  });

  it("is everybody who costs anything at a price of 0", () => {
    expect(belowTargetShare(0, 0.06, 400, 6000)).toBe(1);
    expect(belowTargetShare(0, 0.06, 400, 6000, 0, 0, 0.99, 0.3)).toBe(0.7);
    expect(belowTargetShare(0, 0, 400, 6000, 1)).toBe(1);
    expect(belowTargetShare(0, 0, 400, 6000)).toBe(0);
  });

  it("may have a negative target and a vendor's credit as fixed cost", () => {
    // (99 x 1.5 + 1.5) / 0.06 = 2,500 units: Phi(LN(400 / 2500) / sigma)
    expect(belowTargetShare(99, 0.06, 400, 6000, -1.5, -0.5)).toBeCloseTo(0.05771167624529562, 13);
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => belowTargetShare(-1, 0.06, 400, 6000))).toMatch(/^#NUM! price/);
    expect(failure(() => belowTargetShare(99, -1, 400, 6000))).toMatch(/^#NUM! unitCost/);
    expect(failure(() => belowTargetShare(99, 0.06, 400, 300))).toMatch(/^#NUM! p99/);
    expect(failure(() => belowTargetShare(99, 0.06, 400, 6000, 0, 1))).toMatch(
      /^#NUM! targetMargin/,
    );
  });

  it("falls as the price rises", () => {
    const price = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(price, price, (a, b) => {
        const share = (at: number) => belowTargetShare(at, 0.06, 400, 6000, 9, 0.6);
        expect(share(Math.max(a, b))).toBeLessThanOrEqual(share(Math.min(a, b)) + 1e-14);
      }),
      SEEDED,
    );
  });
});
