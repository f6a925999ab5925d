import fc from "fast-check";
import {
  lognormalAt,
  lognormalGini,
  lognormalMean,
  lognormalOver,
  lognormalProbabilityOver,
  lognormalProduct,
  lognormalTailMean,
  lognormalTopShare,
  tailRatio,
  topShare,
  usageFromTail,
} from "../../src/calc";
import { failure } from "./failure";
import { relativeError } from "./relative-error";
import { SEEDED } from "./tariffs";
import { anyUsage, SAMPLE_USAGE } from "./usages";

describe("the share of the heaviest", () => {
  it.each([
    // Phi(sigma + z): mpmath; 5.11% and 27.8%, 12.26% and 45.3%, 25.96% and 65.5%
    [5, 0.05107510801985538, 0.2776887628358363],
    [15, 0.12256291418790387, 0.45324236475573554],
    [50, 0.25955036685127775, 0.6554453437724368],
  ])("for a P99 %d times the median is known", (ratio, top1, top10) => {
    expect(topShare(400, 400 * ratio, 0.01)).toBeCloseTo(top1, 13);
    expect(topShare(400, 400 * ratio, 0.1)).toBeCloseTo(top10, 13);
  });

  it("is of all customers, and everything once all active ones are in", () => {
    // Phi(sigma + z(1/7)): mpmath
    expect(topShare(400, 6000, 0.1, 0.99, 0.3)).toBeCloseTo(0.5384412010968027, 13);
    expect(topShare(400, 6000, 0.69, 0.99, 0.3)).toBeLessThan(1);
    expect(topShare(400, 6000, 0.7, 0.99, 0.3)).toBe(1);
    expect(topShare(400, 6000, 0.71, 0.99, 0.3)).toBe(1);
  });

  it("is 0 for nobody and 1 for everybody", () => {
    expect(topShare(400, 6000, 0)).toBe(0);
    expect(topShare(400, 6000, 1)).toBe(1);
  });

  it("is their share of customers where all use the same", () => {
    expect(topShare(400, 400, 0.25)).toBeCloseTo(0.25, 14);
  });

  it("is undefined where nobody uses anything, and refuses more than all", () => {
    expect(failure(() => topShare(400, 6000, 0.1, 0.99, 1))).toBe(
      "#DIV/0! all customers are inactive: no usage",
    );
    expect(failure(() => topShare(400, 6000, -0.1))).toMatch(/^#NUM! topFraction/);
    expect(failure(() => topShare(400, 6000, 1.1))).toMatch(/^#NUM! topFraction/);
  });

  it("rises with their number, and is at least that", () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyUsage, fraction, fraction, (usage, a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        const share = lognormalTopShare(usage, few);
        expect(share).toBeLessThanOrEqual(lognormalTopShare(usage, many) + 1e-14);
        expect(share).toBeGreaterThanOrEqual(few - 1e-14);
      }),
      SEEDED,
    );
  });
});

describe("the mean of the heaviest", () => {
  it("is known for the sample", () => {
    // mean x Phi(sigma - z) / (1 - p): mpmath
    expect(relativeError(lognormalTailMean(SAMPLE_USAGE, 0.9), 3569.7829347364445)).toBeLessThan(
      1e-13,
    );
    expect(relativeError(lognormalTailMean(SAMPLE_USAGE, 0.99), 9653.179700784134)).toBeLessThan(
      1e-12,
    );
  });

  it("is their level and what they use beyond it", () => {
    fc.assert(
      fc.property(anyUsage, fc.double({ min: 0.65, max: 0.999, noNaN: true }), (usage, p) => {
        fc.pre(usage.sigma > 1e-3);
        const level = lognormalAt(usage, p);
        const beyond = lognormalOver(usage, level) / lognormalProbabilityOver(usage, level);
        expect(relativeError(lognormalTailMean(usage, p), level + beyond)).toBeLessThan(1e-9);
      }),
      SEEDED,
    );
  });

  it("does not exist at 100%", () => {
    expect(failure(() => lognormalTailMean(SAMPLE_USAGE, 1))).toMatch(/^#NUM! percentile/);
  });
});

describe("the Gini coefficient", () => {
  it.each([
    // 2 Phi(sigma / SQRT(2)) - 1: mpmath
    [1, 0],
    [5, 0.37529839386581104],
    [15, 0.5895644473448476],
    [50, 0.7655925336835202],
  ])("for a P99 %d times the median is known", (ratio, gini) => {
    expect(lognormalGini(usageFromTail(400, 400 * ratio))).toBeCloseTo(gini, 13);
  });

  it("counts inactive customers as wholly unequal", () => {
    // 0.3 + 0.7 x 0.58956
    expect(lognormalGini(usageFromTail(400, 6000, 0.99, 0.3))).toBeCloseTo(0.71269511314139, 12);
    expect(lognormalGini(usageFromTail(400, 400, 0.99, 0.3))).toBeCloseTo(0.3, 14);
  });
});

describe("a product of usage and cost per task", () => {
  const tasks = usageFromTail(40, 400);
  const cost = usageFromTail(0.1, 1.5);

  it("has a P99 far below the product of both P99s", () => {
    // 4 x EXP(SQRT(LN(10)^2 + LN(15)^2)) = 139.90, where 400 x 1.5 would be 600, 4.3 times too high
    const spend = lognormalProduct(tasks, cost);
    expect(spend.median).toBeCloseTo(4, 12);
    expect(lognormalAt(spend, 0.99)).toBeCloseTo(139.9002861, 6);
    expect(600 / lognormalAt(spend, 0.99)).toBeCloseTo(4.29, 2);
  });

  it("has the product of both P99s where heavy users have dear tasks", () => {
    expect(lognormalAt(lognormalProduct(tasks, cost, 1), 0.99)).toBeCloseTo(600, 9);
  });

  it("has the product of both means where they are independent", () => {
    const spend = lognormalProduct({ ...tasks, inactiveShare: 0.3 }, cost);
    const separate = 0.7 * lognormalMean(tasks) * lognormalMean(cost);
    expect(relativeError(lognormalMean(spend), separate)).toBeLessThan(1e-12);
  });

  it("is inactive where either is", () => {
    const idle = { ...cost, inactiveShare: 0.5 };
    // 1 - 0.8 x 0.5
    expect(lognormalProduct({ ...tasks, inactiveShare: 0.2 }, idle).inactiveShare).toBeCloseTo(
      0.6,
      14,
    );
  });
});

describe("the tail ratio of spend", () => {
  it("lies between the larger ratio and their product", () => {
    // EXP(SQRT(2.302585^2 + 2.708050^2)); with 0.5, 2 x 0.5 x 2.302585 x 2.708050 more under the root
    expect(tailRatio(10, 15)).toBeCloseTo(34.97507151550685, 10);
    expect(tailRatio(10, 15, 0.5)).toBeCloseTo(77.02042717394909, 10);
    expect(tailRatio(10, 15, 1)).toBeCloseTo(150, 10);
  });

  it("is the quotient where heavy users have cheap tasks", () => {
    expect(tailRatio(30, 10, -1)).toBeCloseTo(3, 12);
    expect(tailRatio(10, 10, -1)).toBe(1);
  });

  it("is the other ratio where one does not vary", () => {
    expect(tailRatio(15, 1)).toBeCloseTo(15, 12);
    expect(tailRatio(1, 15, -0.5)).toBeCloseTo(15, 12);
    expect(tailRatio(1, 1)).toBe(1);
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => tailRatio(0.99, 15))).toBe("#NUM! usageRatio must be 1 or more, got 0.99");
    expect(failure(() => tailRatio(10, 0.99))).toMatch(/^#NUM! costRatio/);
    expect(failure(() => tailRatio(10, 15, 1.01))).toMatch(/^#NUM! correlation/);
    expect(failure(() => tailRatio(10, 15, -1.01))).toMatch(/^#NUM! correlation/);
  });
});
