import { asks, at, filled, fixture, recognised, usageIn } from "../imports";

const BY_WORKSPACE = { customer: "workspace" };

describe("usage", () => {
  const EXPECTED = {
    source: "anthropic-usage",
    start: at("2026-07-02"),
    end: at("2026-07-03"),
    model: "claude-sonnet-4-5-20250929",
    provider: "anthropic",
    inUncached: 1500,
    inCacheRead: 20000,
    inCacheWrite5m: 400,
    inCacheWrite1h: 300,
    outTotal: 700,
    hasTokens: true,
    toolCalls: 4,
    charge: "usage",
  };

  it("is read from the Console's CSV, input as it is beside cached tokens", () => {
    const { rows } = usageIn(fixture("anthropic-usage.csv"), BY_WORKSPACE);
    expect(rows.map(filled)).toEqual([
      { ...EXPECTED, customerId: "Acme", feature: "Acme", serviceTier: "standard" },
      expect.objectContaining({ customerId: "Beta", batch: true, inCacheWrite5m: 400 }),
    ]);
  });

  it("asks nothing about cached tokens, which exceed the input here", () => {
    expect(asks(fixture("anthropic-usage.csv"))).toEqual(["customer"]);
  });

  it("is read from older CSV, with one column of cache writes", () => {
    const [row] = usageIn(fixture("anthropic-usage-older.csv"), BY_WORKSPACE).rows;
    expect(row).toMatchObject({ inCacheWrite5m: 700, inCacheWrite1h: 0, inCacheRead: 20000 });
  });

  it("is read from the API, cache writes from where they stand: one level down", () => {
    const { rows } = usageIn(fixture("anthropic-usage.json"), { customer: "workspace_id" });
    expect(rows.map(filled)).toEqual([
      {
        ...EXPECTED,
        customerId: "wrkspc_acme",
        feature: "wrkspc_acme",
        serviceTier: "batch",
        batch: true,
      },
    ]);
  });
});

describe("cost", () => {
  it("is in dollars in the Console's CSV, by the models' display names", () => {
    const { rows } = usageIn(fixture("anthropic-cost.csv"), BY_WORKSPACE);
    expect(rows.map(filled)).toEqual([
      {
        source: "anthropic-console-cost",
        start: at("2026-07-02"),
        end: at("2026-07-03"),
        customerId: "Acme",
        feature: "input_no_cache",
        model: "claude-sonnet-4-5",
        provider: "anthropic",
        costNano: 1_240_000_000n,
        listCostNano: 1_550_000_000n,
        costBasis: "billed",
        currency: "USD",
        charge: "usage",
      },
      expect.objectContaining({ feature: "input_cache_read", costNano: 100_000_000n }),
    ]);
  });

  it("is read from older CSV, with two columns less", () => {
    expect(usageIn(fixture("anthropic-cost-older.csv"), BY_WORKSPACE).rows[0]).toMatchObject({
      costNano: 1_240_000_000n,
    });
  });

  it("is in hundredths in the API's report, from the same vendor", () => {
    const found = recognised(fixture("anthropic-cost-report.json"));
    expect(found.format.id).toBe("anthropic-cost-report");
    const { rows } = usageIn(fixture("anthropic-cost-report.json"), { customer: "workspace_id" });
    expect(rows.map(filled)).toEqual([
      {
        source: "anthropic-cost-report",
        start: at("2026-07-02"),
        end: at("2026-07-03"),
        customerId: "wrkspc_acme",
        feature: "uncached_input_tokens",
        model: "claude-sonnet-4-5",
        provider: "anthropic",
        serviceTier: "standard",
        // "123.78912" cents
        costNano: 1_237_891_200n,
        costBasis: "billed",
        currency: "USD",
        charge: "usage",
      },
      // 40 cents of web searches, in the default workspace
      expect.objectContaining({ feature: "web_search", costNano: 400_000_000n }),
    ]);
  });
});
