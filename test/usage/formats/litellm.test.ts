import { asks, at, filled, fixture, recognised, usageIn } from "../imports";

describe("spend logs", () => {
  it("are read from CSV, cached tokens from the metadata", () => {
    const { rows, problems } = usageIn(fixture("litellm-logs.csv"));
    expect(problems).toEqual([]);
    expect(filled(rows[0] ?? {})).toEqual({
      source: "litellm-logs",
      rowId: "req-1",
      start: at("2026-07-02T10:00:00Z"),
      end: at("2026-07-02T10:00:03.25Z"),
      customerId: "cust-7",
      userId: "svc-1",
      feature: "acompletion",
      traceId: "sess-1",
      model: "claude-sonnet-4-5",
      provider: "anthropic",
      // 1000 - 600 - 100: prompt_tokens includes both
      inUncached: 300,
      inCacheRead: 600,
      inCacheWrite5m: 100,
      outTotal: 250,
      outReasoning: 80,
      hasTokens: true,
      requests: 1,
      costNano: 12_300_000n,
      costBasis: "reported",
      currency: "USD",
      charge: "usage",
    });
  });

  it("are free where LiteLLM's own cache answered", () => {
    expect(usageIn(fixture("litellm-logs.csv")).rows[1]).toMatchObject({
      rowId: "req-2",
      costNano: 0n,
      costBasis: "reported",
    });
  });

  it("have no cost where LiteLLM writes 0 for a model that it does not know", () => {
    expect(usageIn(fixture("litellm-logs.csv")).rows[2]).toMatchObject({
      rowId: "req-3",
      costNano: null,
      costBasis: null,
    });
  });

  it("count a request id once", () => {
    const { rows, duplicates } = usageIn(fixture("litellm-logs.csv"));
    expect(rows).toHaveLength(3);
    expect(duplicates).toMatchObject({ rows: 1, amounts: { USD: 12_300_000n } });
  });

  it("hold pseudonyms for addresses, and neither messages nor IP addresses", () => {
    const { rows, dropped } = usageIn(fixture("litellm-logs.csv"));
    expect(rows[2]?.customerId).toMatch(/^person-[0-9a-f]{16}$/);
    expect(rows.flatMap((row) => Object.values(row)).join()).not.toMatch(/@|203\.0|hello/);
    expect(dropped).toEqual([
      "requester_ip_address",
      "messages",
      "response",
      "proxy_server_request",
    ]);
  });

  it("warn that spend may include a margin", () => {
    expect(usageIn(fixture("litellm-logs.csv")).notes).toEqual([
      "If cost_margin_config is set in LiteLLM, spend includes that margin and is not your cost.",
    ]);
  });

  it("are read from JSON lines, with the newer place of cached tokens", () => {
    expect(usageIn(fixture("litellm-logs.jsonl")).rows[0]).toMatchObject({
      // 1000 - 600
      inUncached: 400,
      inCacheRead: 600,
      costNano: 12_300_000n,
    });
  });

  it("ask about cached tokens where more are cached than sent", () => {
    const jsonl = fixture("litellm-logs.jsonl").replace(
      '"cached_tokens": 600',
      '"cached_tokens": 1001',
    );
    expect(asks(jsonl)).toEqual(["cached"]);
    expect(usageIn(jsonl, { cached: "apart" }).rows[0]).toMatchObject({ inUncached: 1000 });
    expect(usageIn(jsonl, { cached: "included" }).problems).toEqual([
      {
        line: 1,
        column: "prompt_tokens",
        expected: "at least the 1001 cached tokens that it includes",
        received: "1000",
      },
    ]);
  });
});

describe("daily tables", () => {
  it("ask for the time zone, which the table does not state", () => {
    expect(asks(fixture("litellm-daily-end-user.csv"))).toEqual(["zone"]);
  });

  it("are read with the requests and the day of the zone", () => {
    const { rows } = usageIn(fixture("litellm-daily-end-user.csv"), { zone: "+02:00" });
    expect(rows.map(filled)).toEqual([
      {
        source: "litellm-daily-enduser",
        start: at("2026-07-01T22:00:00Z"),
        end: at("2026-07-02T22:00:00Z"),
        customerId: "cust-7",
        feature: "/chat/completions",
        model: "gpt-5-mini",
        provider: "openai",
        // 5000 - 3000 - 500
        inUncached: 1500,
        inCacheRead: 3000,
        inCacheWrite5m: 500,
        outTotal: 900,
        hasTokens: true,
        requests: 9,
        costNano: 50_000_000n,
        costBasis: "reported",
        currency: "USD",
        charge: "usage",
      },
    ]);
  });

  it.each([
    ["end_user_id", "litellm-daily-enduser"],
    ["team_id", "litellm-daily-team"],
    ["organization_id", "litellm-daily-organization"],
    ["agent_id", "litellm-daily-agent"],
    ["tag", "litellm-daily-tag"],
    ["user_id", "litellm-daily-user"],
  ])("name the customer by %s", (column, id) => {
    const csv = fixture("litellm-daily-end-user.csv").replace("end_user_id", column);
    expect(recognised(csv).format.id).toBe(id);
    expect(usageIn(csv, { zone: "UTC" }).rows[0]).toMatchObject({ customerId: "cust-7" });
  });

  it("warn of requests with several tags", () => {
    expect(usageIn(fixture("litellm-daily-tag.csv"), { zone: "UTC" }).notes).toEqual([
      "LiteLLM's daily tables sum up the same requests in several ways: import one of them.",
      "A request with several tags is presumably in a row of each.",
    ]);
  });
});
