import fc from "fast-check";
import {
  cacheStorageCost,
  cachedPrefixBreakEven,
  storedCacheBreakEven,
  tokenCostAt,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

describe("the cost of a request", () => {
  it("prices each class of tokens at its own price", () => {
    // Claude Sonnet at 3 / 15, reads 0.30, writes 3.75, per million:
    // 2,000 x 3 + 50,000 x 0.3 + 3,000 x 3.75 + 800 x 15 = 44,250
    expect(tokenCostAt(55_000, 800, 3, 15, 50_000, 0.3, 3000, 3.75)).toBeCloseTo(0.04425, 12);
  });

  it("is half in a batch, where every price is", () => {
    // 44,250 / 2
    expect(tokenCostAt(55_000, 800, 1.5, 7.5, 50_000, 0.15, 3000, 1.875)).toBeCloseTo(0.022125, 12);
  });

  it("matches the published figure for Gemini 2.5 Pro at 1.25 / 10", () => {
    // 50,000 x 1.25 + 2,000 x 10 = 82,500 (deploybase)
    expect(tokenCostAt(50_000, 2000, 1.25, 10)).toBeCloseTo(0.0825, 12);
  });

  it("leaps where a token more means long-context prices", () => {
    // Gemini 2.5 Pro up to 200,000 tokens: 200,000 x 1.25 + 1,000 x 10 = 260,000;
    // beyond, at 2.50 / 15: 200,001 x 2.5 + 1,000 x 15 = 515,002.5
    expect(tokenCostAt(200_000, 1000, 1.25, 10)).toBeCloseTo(0.26, 12);
    expect(tokenCostAt(200_001, 1000, 2.5, 15)).toBeCloseTo(0.5150025, 12);
    // A prompt three times as long at twice the price: 300,000 x 2.5 = 6 x 100,000 x 1.25
    expect(tokenCostAt(300_000, 0, 2.5, 15)).toBe(6 * tokenCostAt(100_000, 0, 1.25, 10));
  });

  it("doubles input and cache and adds half to output past 272,000 tokens, as OpenAI does", () => {
    // GPT-6 Astra at 10 / 50, reads 1, on a prompt of 300,000:
    // 20,000 x 20 + 280,000 x 2 + 2,000 x 75 = 400,000 + 560,000 + 150,000
    expect(tokenCostAt(300_000, 2000, 20, 75, 280_000, 2)).toBeCloseTo(1.11, 12);
  });

  it("takes the input price for cached parts without a price of their own", () => {
    // 1,000 x 3
    expect(tokenCostAt(1000, 0, 3, 15, 400, undefined, 600)).toBeCloseTo(0.003, 15);
  });

  it("lets cached parts be free", () => {
    // 600 x 3
    expect(tokenCostAt(1000, 0, 3, 15, 400, 0)).toBeCloseTo(0.0018, 15);
  });

  it("is 0 without tokens", () => {
    expect(tokenCostAt(0, 0, 3, 15)).toBe(0);
  });

  it("lets the whole prompt be cached and no more", () => {
    // 1,000 x 0.3
    expect(tokenCostAt(1000, 0, 3, 15, 1000, 0.3)).toBeCloseTo(0.0003, 15);
    expect(failure(() => tokenCostAt(1000, 0, 3, 15, 1001, 0.3))).toBe(
      "#VALUE! cacheReadTokens and cacheWriteTokens are parts of inputTokens: expected at most 1000, got 1001 and 0",
    );
    expect(failure(() => tokenCostAt(1000, 0, 3, 15, 600, 0.3, 401))).toMatch(/^#VALUE!/);
  });

  it("takes mean tokens whose parts exceed the whole by rounding alone", () => {
    // 0.1 + 0.2 is 0.30000000000000004 in doubles; 0.1 x 1 + 0.2 x 2
    expect(tokenCostAt(0.3, 0, 3, 15, 0.1, 1, 0.2, 2) * 1e6).toBeCloseTo(0.5, 12);
  });

  it("refuses negative tokens and prices", () => {
    expect(failure(() => tokenCostAt(-1, 0, 3, 15))).toBe(
      "#NUM! inputTokens must be 0 or more, got -1",
    );
    expect(failure(() => tokenCostAt(1, -1, 3, 15))).toMatch(/^#NUM! outputTokens/);
    expect(failure(() => tokenCostAt(1, 1, -3, 15))).toMatch(/^#NUM! inputPrice/);
    expect(failure(() => tokenCostAt(1, 1, 3, -15))).toMatch(/^#NUM! outputPrice/);
    expect(failure(() => tokenCostAt(1, 1, 3, 15, -1))).toMatch(/^#NUM! cacheReadTokens/);
    expect(failure(() => tokenCostAt(1, 1, 3, 15, 0, -1))).toMatch(/^#NUM! cacheReadPrice/);
    expect(failure(() => tokenCostAt(1, 1, 3, 15, 0, 0, -1))).toMatch(/^#NUM! cacheWriteTokens/);
    expect(failure(() => tokenCostAt(1, 1, 3, 15, 0, 0, 0, -1))).toMatch(/^#NUM! cacheWritePrice/);
  });

  it("refuses figures too large for a number", () => {
    expect(failure(() => tokenCostAt(1e200, 0, 1e200, 15))).toMatch(/^#NUM! the result/);
  });

  it("never grows where a token is read from the cache at a lower price", () => {
    const tokens = fc.integer({ min: 0, max: 1_000_000 });
    const price = fc.double({ min: 0, max: 50, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(tokens, tokens, price, share, (prompt, read, inputPrice, discount) => {
        const cached = Math.min(prompt, read);
        const cost = tokenCostAt(prompt, 0, inputPrice, 0, cached, inputPrice * discount);
        expect(cost).toBeLessThanOrEqual(tokenCostAt(prompt, 0, inputPrice, 0) * (1 + 1e-12));
      }),
      SEEDED,
    );
  });
});

describe("the break-even of a cached prefix", () => {
  // (write - read) / (1 - read), in multiples of the input price.
  it.each([
    [0.1, 1.25, 1.2778, 2],
    [0.1, 2, 2.1111, 3],
    [0.025, 1.25, 1.2564, 2],
  ])("at reads of %d and writes of %d is %d: %d uses", (read, write, uses, whole) => {
    const breakEven = cachedPrefixBreakEven(1, read, write);
    expect(breakEven).toBeCloseTo(uses, 4);
    expect(Math.ceil(breakEven)).toBe(whole);
  });

  it("is the first use where writes cost what input costs", () => {
    expect(cachedPrefixBreakEven(3, 0.3, 3)).toBe(1);
  });

  it("does not exist where reads save nothing", () => {
    expect(failure(() => cachedPrefixBreakEven(3, 3, 3.75))).toBe(
      "#N/A never pays: cache reads at 3 save nothing on input at 3",
    );
    expect(failure(() => cachedPrefixBreakEven(3, 3.01, 3.75))).toMatch(/^#N\/A/);
    expect(failure(() => cachedPrefixBreakEven(3, -1, 3.75))).toMatch(/^#NUM! cacheReadPrice/);
  });

  it("costs as much with the cache as without", () => {
    // 1.2777… uses of a million tokens: 3.75 + 0.2777… x 0.3 = 3 x 1.2777…
    const uses = cachedPrefixBreakEven(3, 0.3, 3.75);
    expect(3.75 + (uses - 1) * 0.3).toBeCloseTo(3 * uses, 12);
  });
});

describe("an explicit cache", () => {
  it("costs its storage by the hour", () => {
    // 0.1 million x 2 hours x 4.50
    expect(cacheStorageCost(100_000, 2, 4.5)).toBeCloseTo(0.9, 12);
    expect(cacheStorageCost(100_000, 0, 4.5)).toBe(0);
    expect(failure(() => cacheStorageCost(1, -1, 4.5))).toMatch(/^#NUM! hours/);
  });

  it("pays from so many reads an hour, whatever its size", () => {
    // Gemini 2.5 Pro: 4.50 / (1.25 - 0.31) = 4.5 / 0.94
    const reads = storedCacheBreakEven(4.5, 1.25, 0.31);
    expect(reads).toBeCloseTo(4.787, 3);
    // What the reads of an hour save on 50,000 tokens is what their storage costs.
    expect((reads * 50_000 * 0.94) / 1e6).toBeCloseTo(cacheStorageCost(50_000, 1, 4.5), 12);
  });

  it("pays from the first read where storage is free, and never where reads save nothing", () => {
    expect(storedCacheBreakEven(0, 1.25, 0.31)).toBe(0);
    expect(failure(() => storedCacheBreakEven(4.5, 1.25, 1.25))).toMatch(/^#N\/A never pays/);
  });
});
