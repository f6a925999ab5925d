import fc from "fast-check";
import {
  capAtTarget,
  expectedUnusedCredits,
  grossMargin,
  lognormalCapped,
  lognormalMean,
  usageFromTail,
} from "../../src/calc";
import { failure } from "./failure";
import { relativeError } from "./relative-error";
import { SEEDED } from "./tariffs";
import { anyUsage, SAMPLE_USAGE, summedUp } from "./usages";

describe("the cap that reaches the target", () => {
  it("is 1,079 units for 60% on a flat 99", () => {
    // Mean usage under the cap is (99 x 0.4 - 9) / 0.06 = 510
    expect(capAtTarget(99, 0.06, SAMPLE_USAGE, 9, 0.6)).toBeCloseTo(1079.0308, 4);
  });

  it("is not needed where the price carries the mean, and is just below", () => {
    // 0.06 x 787.6101645220867 = 47.2566098713
    expect(failure(() => capAtTarget(47.2567, 0.06, SAMPLE_USAGE))).toMatch(
      /^#N\/A no cap is needed: the price carries 787\.6/,
    );
    expect(capAtTarget(47.2566, 0.06, SAMPLE_USAGE)).toBeGreaterThan(100_000);
  });

  it("does not exist where fixed cost leaves nothing", () => {
    expect(failure(() => capAtTarget(22.5, 0.06, SAMPLE_USAGE, 9, 0.6))).toMatch(
      /^#NUM! fixed cost of 9 leaves nothing/,
    );
    expect(failure(() => capAtTarget(22, 0.06, SAMPLE_USAGE, 9, 0.6))).toMatch(/^#NUM! price 22/);
    expect(capAtTarget(23, 0.06, SAMPLE_USAGE, 9, 0.6)).toBeGreaterThan(0);
    expect(failure(() => capAtTarget(99, 0, SAMPLE_USAGE, 9, 0.6))).toMatch(/^#DIV\/0!/);
  });

  it("is what the price carries where all use the same, more where some use nothing", () => {
    // (99 x 0.4 - 9) / 0.06 = 510, and 510 / 0.75
    expect(capAtTarget(99, 0.06, usageFromTail(600, 600), 9, 0.6)).toBeCloseTo(510, 9);
    const idle = usageFromTail(800, 800, 0.99, 0.25);
    expect(capAtTarget(99, 0.06, idle, 9, 0.6)).toBeCloseTo(680, 9);
  });

  it("gives back the target margin, however close to the mean", () => {
    const share = fc.oneof(
      fc.double({ min: 0.01, max: 0.999, noNaN: true }),
      fc.constantFrom(0.9999, 1 - 1e-6, 1 - 1e-9),
    );
    fc.assert(
      fc.property(anyUsage, share, (usage, carried) => {
        // A price of 1 a unit that carries this share of the mean at a margin of 50%.
        const price = 2 * carried * lognormalMean(usage);
        const cap = capAtTarget(price, 1, usage, 0, 0.5);
        expect(grossMargin(price, lognormalCapped(usage, cap))).toBeCloseTo(0.5, 12);
      }),
      SEEDED,
    );
  });
});

describe("credits expected to stay unused", () => {
  it("are 506 of 1,000 for the sample", () => {
    // 1000 - 493.7128800621005
    expect(expectedUnusedCredits(SAMPLE_USAGE, 1000)).toBeCloseTo(506.2871199378995, 9);
  });

  it("are counted in credits, however many a unit takes", () => {
    // 1000 - 10 x E[MIN(X, 100)] = 1000 - 10 x 95.61012679479678
    expect(expectedUnusedCredits(SAMPLE_USAGE, 1000, 10)).toBeCloseTo(43.8987320520322, 9);
  });

  it("are all of an idle customer's", () => {
    // 0.7 x 506.28712 + 0.3 x 1000
    const usage = usageFromTail(400, 6000, 0.99, 0.3);
    expect(expectedUnusedCredits(usage, 1000)).toBeCloseTo(654.40098395653, 9);
    expect(expectedUnusedCredits(usageFromTail(400, 6000, 0.99, 1), 1000)).toBe(1000);
    expect(expectedUnusedCredits(SAMPLE_USAGE, 0)).toBe(0);
  });

  it("are the difference where all use the same", () => {
    const usage = usageFromTail(400, 400);
    expect(expectedUnusedCredits(usage, 500)).toBe(100);
    expect(expectedUnusedCredits(usage, 400)).toBe(0);
    expect(expectedUnusedCredits(usage, 300)).toBe(0);
  });

  it("refuse figures outside their range", () => {
    expect(failure(() => expectedUnusedCredits(SAMPLE_USAGE, -1))).toMatch(
      /^#NUM! availableCredits/,
    );
    expect(failure(() => expectedUnusedCredits(SAMPLE_USAGE, 1, 0))).toMatch(
      /^#NUM! creditsPerUnit/,
    );
  });

  it("are those of customers summed up one by one", () => {
    const credits = fc.double({ min: 1, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(anyUsage, credits, (usage, available) => {
        const summed = summedUp(usage, (units) => Math.max(0, available - 3 * units));
        const expected = expectedUnusedCredits(usage, available, 3);
        expect(Math.abs(expected - summed)).toBeLessThan(1e-4 * available);
      }),
      { ...SEEDED, numRuns: 100 },
    );
  });

  it("and used ones are what is available", () => {
    expect(
      relativeError(
        expectedUnusedCredits(SAMPLE_USAGE, 2000) + lognormalCapped(SAMPLE_USAGE, 2000),
        2000,
      ),
    ).toBeLessThan(1e-14);
  });
});
