import { asks, at, edited, filled, fixture, neededAnswers, recognised, usageIn } from "../imports";

describe("activity by day", () => {
  it("is read in dollars, without what ran on own keys", () => {
    const { rows, notes } = usageIn(fixture("openrouter-daily.csv"));
    expect(rows.map(filled)).toEqual([
      {
        source: "openrouter-daily",
        start: at("2026-07-02"),
        end: at("2026-07-03"),
        model: "anthropic/claude-sonnet-4.5",
        provider: "openrouter",
        inUncached: 700000,
        // Reasoning is part of the completion.
        outTotal: 9000,
        outReasoning: 4000,
        hasTokens: true,
        requests: 40,
        costNano: 12_345_678_901n,
        costBasis: "reported",
        currency: "USD",
        charge: "usage",
      },
    ]);
    expect(notes).toEqual([
      "Usage on your own provider keys (BYOK) is not in the cost: import the provider's export too.",
      "Prompt tokens include cached ones, which this export does not tell apart.",
      "OpenRouter activity by day states no time zone; UTC is assumed.",
      "No column of this export names the customer, so all of it is unallocated.",
    ]);
  });
});

describe("activity by request", () => {
  const csv = fixture("openrouter-generations.csv");

  it("asks whether the prompt includes cached tokens, which nothing proves", () => {
    expect(asks(csv)).toEqual(["cached"]);
    expect(neededAnswers(recognised(csv))[0]?.why).toMatch(/^1 rows have cached tokens/);
  });

  it("is read with the discount of caching inside the total, per end user", () => {
    const { rows } = usageIn(csv, { cached: "included" });
    expect(rows.map(filled)).toEqual([
      {
        source: "openrouter-generations",
        rowId: "gen-1",
        start: at("2026-07-02T03:46:57.713Z"),
        end: at("2026-07-02T03:46:57.713Z"),
        customerId: "cust-7",
        userId: "cust-7",
        feature: "Agent",
        model: "openai/gpt-5-mini-2025-08-07",
        provider: "openrouter",
        // 1000 - 400
        inUncached: 600,
        inCacheRead: 400,
        outTotal: 200,
        outReasoning: 50,
        hasTokens: true,
        requests: 1,
        costNano: 4_000_000n,
        costBasis: "reported",
        currency: "USD",
        charge: "usage",
      },
      expect.objectContaining({ customerId: "cust-8", costNano: 2_000_000n, inUncached: 1000 }),
    ]);
  });

  it("keeps input and cached tokens apart where the user says so, or a row proves it", () => {
    expect(usageIn(csv, { cached: "apart" }).rows[0]).toMatchObject({ inUncached: 1000 });
    const proof = edited(csv, ",1000,200,50,400,", ",1000,200,50,1001,");
    const { rows, notes } = usageIn(proof);
    expect(rows[0]).toMatchObject({ inUncached: 1000, inCacheRead: 1001 });
    expect(notes).toContain(
      "1 rows have more cached tokens than input, so cached tokens stand beside the input.",
    );
  });

  it("asks nothing where nothing is cached", () => {
    expect(asks(edited(csv, ",1000,200,50,400,", ",1000,200,50,0,"))).toEqual([]);
  });

  it("is recognised with fewer columns", () => {
    const some = "cost_total,tokens_prompt,tokens_completion,model_permaslug,app_name,created_at\n";
    const [row] = usageIn(`${some}0.01,100,20,openai/gpt-5,cli,2026-07-02 02:37:51.271\n`, {
      customer: "app_name",
    }).rows;
    expect(row).toMatchObject({ costNano: 10_000_000n, customerId: "cli", rowId: null });
  });
});
