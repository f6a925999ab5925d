import { importText } from "../../../src/usage";
import { asks, at, edited, filled, fixture, recognised, usageIn } from "../imports";

const BY_PROJECT = { customer: "project_id" };

describe("usage", () => {
  it("is recognised by its columns", () => {
    const found = recognised(fixture("openai-usage.csv"));
    expect(found.format.id).toBe("openai-usage");
    expect(found.because).toEqual(["start_time_iso", "input_tokens", "num_model_requests"]);
  });

  it("is read from the dashboard's CSV, with floats and idle days", () => {
    const { rows, leftOut, problems } = usageIn(fixture("openai-usage.csv"), BY_PROJECT);
    expect(rows.map(filled)).toEqual([
      {
        source: "openai-usage",
        start: at("2026-07-02"),
        end: at("2026-07-03"),
        customerId: "proj_support",
        userId: "user-7",
        feature: "proj_support",
        model: "gpt-5-mini-2025-08-07",
        provider: "openai",
        serviceTier: "default",
        inUncached: 25000,
        inCacheRead: 60000,
        inCacheWrite5m: 5000,
        outTotal: 4200,
        hasTokens: true,
        requests: 12,
        charge: "usage",
      },
      expect.objectContaining({ customerId: "proj_batch", batch: true, requests: 3 }),
    ]);
    expect(leftOut).toEqual([{ because: "no usage in this bucket", rows: 1, amounts: {} }]);
    expect(problems).toEqual([]);
  });

  it("has no cost, which is not a cost of 0", () => {
    const [row] = usageIn(fixture("openai-usage.csv"), BY_PROJECT).rows;
    expect(row).toMatchObject({ costNano: null, costBasis: null, currency: null });
  });

  it("is read from the CSV of 2025, with fewer columns", () => {
    const { rows } = usageIn(fixture("openai-usage-2025.csv"), BY_PROJECT);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ inUncached: 25000, inCacheRead: 60000, inCacheWrite5m: 0 });
  });

  it("takes cached tokens out of the input where uncached input is not stated", () => {
    const csv = edited(fixture("openai-usage.csv"), "60000.0,5000.0,25000.0", "60000.0,5000.0,");
    // 90000 - 60000 - 5000
    expect(usageIn(csv, BY_PROJECT).rows[0]).toMatchObject({ inUncached: 25000 });
  });

  it("is read from the API, with buckets around the results", () => {
    const { rows } = usageIn(fixture("openai-usage.json"), BY_PROJECT);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      start: at("2026-07-02"),
      end: at("2026-07-03"),
      customerId: "proj_support",
      inUncached: 25000,
      inCacheRead: 60000,
      inCacheWrite5m: 5000,
      outTotal: 4200,
      requests: 12,
    });
    expect(rows[1]).toMatchObject({ start: at("2026-07-04"), inUncached: 7000, outTotal: 0 });
  });

  it("asks what stands for the customer, which OpenAI does not know", () => {
    expect(asks(fixture("openai-usage.csv"))).toEqual(["customer"]);
  });

  it.each(["openai-usage-idle.csv", "openai-usage.json"])(
    "says so where nothing was used (%s)",
    (name) => {
      const idle = fixture(name).replace(/"results": \[\s*\{[\s\S]*?\}\s*\]/g, '"results": []');
      expect(importText(idle)).toMatchObject({
        kind: "unusable",
        name: "OpenAI export without tokens",
        instead: expect.stringMatching(/no usage in the exported time/) as unknown,
      });
    },
  );
});

describe("cost", () => {
  it("is read from the dashboard's CSV in dollars, with zones stated and not", () => {
    const { rows, leftOut, dropped } = usageIn(fixture("openai-cost.csv"), BY_PROJECT);
    expect(rows.map(filled)).toEqual([
      {
        source: "openai-cost",
        start: at("2026-07-02"),
        end: at("2026-07-03"),
        customerId: "proj_support",
        feature: "gpt-5-mini, input_tokens",
        model: "gpt-5-mini",
        provider: "openai",
        // $0.0132
        costNano: 13_200_000n,
        costBasis: "billed",
        currency: "USD",
        charge: "usage",
      },
      // $0.0000000004 is less than half a billionth.
      expect.objectContaining({ costNano: 0n, model: "gpt-5" }),
    ]);
    expect(leftOut).toEqual([{ because: "no cost in this bucket", rows: 1, amounts: {} }]);
    expect(dropped).toEqual(["user_email"]);
  });

  it("is a bill: it states no tokens and no requests", () => {
    expect(usageIn(fixture("openai-cost.csv"), BY_PROJECT).rows[0]).toMatchObject({
      hasTokens: false,
      inUncached: 0,
      requests: 0,
    });
  });

  it("is read from the CSV of 2025, with a column less", () => {
    expect(usageIn(fixture("openai-cost-2025.csv")).rows[0]).toMatchObject({
      costNano: 500_000_000n,
      customerId: null,
    });
  });

  it("is read by the ISO times where the Unix times are missing", () => {
    const csv = fixture("openai-cost-2025.csv").replace("1782950400,1783036800", ",");
    expect(usageIn(csv).rows[0]).toMatchObject({ start: at("2026-07-02"), end: at("2026-07-03") });
  });

  it("is read from the API", () => {
    expect(usageIn(fixture("openai-cost.json"), BY_PROJECT).rows[0]).toMatchObject({
      start: at("2026-07-02"),
      costNano: 60_000_000n,
      currency: "USD",
      model: "gpt-5-mini",
    });
  });

  it("keeps nobody's e-mail address", () => {
    const { rows } = usageIn(fixture("openai-cost.csv"), BY_PROJECT);
    expect(rows.flatMap((row) => Object.values(row)).join()).not.toContain("@");
  });
});
