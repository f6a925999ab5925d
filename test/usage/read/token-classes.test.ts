import fc from "fast-check";
import type { Fault } from "../../../src/usage";
import type { RawTokens } from "../../../src/usage/read/raw-tokens";
import {
  cachedConvention,
  cachedEvidence,
  tokenClasses,
} from "../../../src/usage/read/token-classes";
import { SEEDED } from "../../calc/tariffs";

const RAW: RawTokens = {
  input: 1000,
  uncached: null,
  cacheRead: 400,
  cacheWrite5m: 100,
  cacheWrite1h: 50,
  output: 200,
  reasoning: 80,
  cached: null,
  reasoningIs: "included",
  stated: true,
  inputColumn: "input_tokens",
};

function classes(raw: Partial<RawTokens>, cached: "included" | "apart") {
  const faults: Fault[] = [];
  return { ...tokenClasses({ ...RAW, ...raw }, cached, faults), faults };
}

test("takes cached tokens out of an input that includes them", () => {
  // 1000 - 400 - 100 - 50
  expect(classes({}, "included")).toMatchObject({ inUncached: 450, inCacheRead: 400, faults: [] });
});

test("leaves an input beside which they stand", () => {
  expect(classes({}, "apart")).toMatchObject({ inUncached: 1000, inCacheRead: 400, faults: [] });
});

test("prefers input that is stated without them", () => {
  expect(classes({ uncached: 451 }, "included")).toMatchObject({ inUncached: 451 });
});

test("believes a record that tells by itself", () => {
  expect(classes({ cached: "included" }, "apart")).toMatchObject({ inUncached: 450 });
});

test("counts reasoning once: as part of the output, or added to it", () => {
  expect(classes({}, "apart")).toMatchObject({ outTotal: 200, outReasoning: 80 });
  // 200 + 80
  expect(classes({ reasoningIs: "apart" }, "apart")).toMatchObject({
    outTotal: 280,
    outReasoning: 80,
  });
});

test("takes an input that is cached to its last token", () => {
  expect(classes({ input: 550 }, "included")).toMatchObject({ inUncached: 0, faults: [] });
});

test("refuses more cached tokens than input, and does not cut them", () => {
  expect(classes({ input: 549 }, "included").faults).toEqual([
    {
      column: "input_tokens",
      expected: "at least the 550 cached tokens that it includes",
      received: "549",
    },
  ]);
});

test("refuses more reasoning than output", () => {
  expect(classes({ reasoning: 200 }, "apart").faults).toEqual([]);
  expect(classes({ reasoning: 201 }, "apart").faults).toEqual([
    {
      column: "reasoning",
      expected: "at most the output of 200 that includes it",
      received: "201",
    },
  ]);
});

test("splits an input without loss, whatever its parts", () => {
  const count = fc.nat({ max: 10 ** 9 });
  fc.assert(
    fc.property(count, count, count, count, (uncached, cacheRead, cacheWrite5m, cacheWrite1h) => {
      const input = uncached + cacheRead + cacheWrite5m + cacheWrite1h;
      const split = classes({ input, cacheRead, cacheWrite5m, cacheWrite1h }, "included");
      const { inUncached, inCacheRead, inCacheWrite5m, inCacheWrite1h } = split;
      expect(inUncached + inCacheRead + inCacheWrite5m + inCacheWrite1h).toBe(input);
    }),
    SEEDED,
  );
});

describe("whether input includes cached tokens", () => {
  const above = { ...RAW, input: 549 };
  const settled = (stated: "included" | "apart" | "ask", ...sample: RawTokens[]) =>
    cachedConvention(stated, cachedEvidence(sample));

  it("is as the source states it", () => {
    expect(settled("included", RAW)).toBe("included");
    expect(settled("apart", RAW, above)).toBe("apart");
  });

  it("is asked where the source states nothing and no record proves anything", () => {
    expect(settled("ask", RAW)).toBe("ask");
    // 400 + 100 + 50 cached tokens could be all of an input of 550.
    expect(settled("ask", { ...RAW, input: 550 })).toBe("ask");
  });

  it("is proved by a record with more cached tokens than input", () => {
    expect(settled("ask", RAW, above)).toBe("apart");
  });

  it("is asked where a record contradicts the source", () => {
    expect(settled("included", RAW, above)).toBe("ask");
  });

  it("does not matter where nothing is cached, or input is stated without it", () => {
    expect(settled("ask", { ...RAW, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 })).toBe(
      "included",
    );
    expect(settled("ask", { ...RAW, uncached: 450 })).toBe("included");
    expect(settled("ask")).toBe("included");
  });
});
