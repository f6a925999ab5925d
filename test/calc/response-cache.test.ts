import fc from "fast-check";
import {
  falseHitMaximum,
  responseCacheBreakEven,
  responseCacheCost,
  targetHitRate,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

// A task of 0.02; lookup 0.0002, store 0.00005, serve 0.0001; 2% of hits are wrong and lose 0.50.
const withCache = (hitRate: number) =>
  responseCacheCost(0.02, hitRate, 0.0002, 0.00005, 0.0001, 0.02, 0.5);

describe("the cost with a response cache", () => {
  it("is lookup, misses and hits", () => {
    // 0.0002 + 0.7 x 0.02005 + 0.3 x (0.0001 + 0.01) = 0.0002 + 0.014035 + 0.00303
    expect(withCache(0.3)).toBeCloseTo(0.017265, 12);
    // saves 13.675%, not 30%
    expect(1 - withCache(0.3) / 0.02).toBeCloseTo(0.13675, 10);
  });

  it("is lookup and store on top without hits, and hits alone where all hit", () => {
    // 0.0002 + 0.02005 and 0.0002 + 0.0101
    expect(withCache(0)).toBeCloseTo(0.02025, 12);
    expect(withCache(1)).toBeCloseTo(0.0103, 12);
  });

  it("saves the hit rate where the cache itself is free", () => {
    // Published (preto): 20% of 5,000 a month is 1,000
    expect(responseCacheCost(5000, 0.2)).toBeCloseTo(4000, 9);
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => responseCacheCost(0.02, 1.2))).toBe(
      "#NUM! hitRate must be from 0 to 1, got 1.2",
    );
    expect(failure(() => responseCacheCost(0.02, 0.3, -1))).toMatch(/^#NUM! lookupCost/);
    expect(failure(() => responseCacheCost(0.02, 0.3, 0, -1))).toMatch(/^#NUM! storeCost/);
    expect(failure(() => responseCacheCost(0.02, 0.3, 0, 0, -1))).toMatch(/^#NUM! hitCost/);
    expect(failure(() => responseCacheCost(0.02, 0.3, 0, 0, 0, 2))).toMatch(/^#NUM! falseHitRate/);
    expect(failure(() => responseCacheCost(0.02, 0.3, 0, 0, 0, 0, -1))).toMatch(
      /^#NUM! falseHitLoss/,
    );
  });
});

describe("the break-even hit rate of a response cache", () => {
  it("is 2.51% in the example", () => {
    // 0.00025 / (0.02 + 0.00005 - 0.0001 - 0.01) = 0.00025 / 0.00995
    const rate = responseCacheBreakEven(0.02, 0.0002, 0.00005, 0.0001, 0.02, 0.5);
    expect(rate).toBeCloseTo(0.025126, 6);
    expect(withCache(rate)).toBeCloseTo(0.02, 12);
  });

  it("is 0 where looking up and storing are free", () => {
    expect(responseCacheBreakEven(0.02, 0)).toBe(0);
  });

  it("is 1 where a lookup costs as much as the answer, and never comes beyond", () => {
    expect(responseCacheBreakEven(0.02, 0.02)).toBe(1);
    expect(failure(() => responseCacheBreakEven(0.02, 0.021))).toBe(
      "#N/A never pays: a hit saves 0.02, and lookup and store cost 0.021",
    );
  });

  it("never comes where a hit saves nothing", () => {
    // 0.5 - 0.25 x 2
    expect(failure(() => responseCacheBreakEven(0.5, 0, 0, 0, 0.25, 2))).toMatch(/^#N\/A/);
    expect(failure(() => responseCacheBreakEven(0.02, 0.0002, 0, 0.03))).toMatch(/^#N\/A/);
  });
});

describe("the most false hits", () => {
  it("are 3.823% in the example", () => {
    // (0.02 + 0.00005 - 0.0001 - 0.00025 / 0.3) / 0.5 = 0.0191166… / 0.5
    const maximum = falseHitMaximum(0.02, 0.3, 0.0002, 0.00005, 0.0001, 0.5);
    expect(maximum).toBeCloseTo(0.03823, 5);
    const cost = responseCacheCost(0.02, 0.3, 0.0002, 0.00005, 0.0001, maximum, 0.5);
    expect(cost).toBeCloseTo(0.02, 12);
  });

  it("are none at the break-even hit rate, and do not exist below", () => {
    // A lookup of 0.25 for hits of 0.5 pays from a hit rate of 0.5
    expect(falseHitMaximum(0.5, 0.5, 0.25, 0, 0, 1)).toBe(0);
    expect(failure(() => falseHitMaximum(0.5, 0.49, 0.25, 0, 0, 1))).toMatch(
      /^#NUM! .* the cache does not pay even without false hits$/,
    );
  });

  it("are all where a wrong answer loses what a hit saves, and have no bound below", () => {
    expect(falseHitMaximum(0.5, 0.5, 0, 0, 0, 0.5)).toBe(1);
    expect(failure(() => falseHitMaximum(0.5, 0.5, 0, 0, 0, 0.49))).toMatch(/^#N\/A/);
  });

  it("are undefined without hits or without loss", () => {
    expect(failure(() => falseHitMaximum(0.5, 0, 0.1, 0, 0, 1))).toMatch(/^#DIV\/0! hitRate/);
    expect(failure(() => falseHitMaximum(0.5, 0.5, 0.1, 0, 0, 0))).toMatch(/^#DIV\/0! falseHit/);
  });
});

describe("the hit rate that reaches a cost", () => {
  it("is 17.3% in the example", () => {
    // (0.0004 + 0.06 + 0.0001 - 0.051) / (0.06 + 0.0001 - 0.0002 - 0.01 x 0.5) = 0.0095 / 0.0549
    const rate = targetHitRate(0.051, 0.06, 0.0004, 0.0001, 0.0002, 0.01, 0.5);
    expect(rate).toBeCloseTo(0.173042, 6);
    expect(responseCacheCost(0.06, rate, 0.0004, 0.0001, 0.0002, 0.01, 0.5)).toBeCloseTo(0.051, 12);
  });

  it("is 0 where no hits are needed", () => {
    expect(targetHitRate(0.5, 0.5)).toBe(0);
    expect(targetHitRate(0.6, 0.5)).toBe(0);
  });

  it("is 1 where every task must hit, and does not exist beyond", () => {
    // Hits cost 0.25
    expect(targetHitRate(0.25, 0.5, 0, 0, 0.25)).toBe(1);
    expect(failure(() => targetHitRate(0.24, 0.5, 0, 0, 0.25))).toBe(
      "#NUM! no hit rate reaches a cost of 0.24: it is 0.5 at 0% and 0.25 at 100%",
    );
  });

  it("does not exist where hits cost more than misses", () => {
    expect(failure(() => targetHitRate(0.4, 0.5, 0, 0, 0.6))).toMatch(/^#NUM! no hit rate/);
  });

  it("brings the cost to its target", () => {
    const cost = fc.double({ min: 0.001, max: 10, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(cost, share, share, (full, lookupShare, wanted) => {
        const lookup = full * lookupShare;
        // A hair above, since rounding may put the cost of hits alone beyond reach.
        const target = responseCacheCost(full, wanted, lookup) + 1e-9;
        expect(targetHitRate(target, full, lookup)).toBeCloseTo(wanted, 5);
      }),
      SEEDED,
    );
  });
});
