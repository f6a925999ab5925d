import { asks, at, edited, filled, fixture, usageIn } from "../imports";

const KNOWN = { customer: "attributes.tenant.id", cached: "included" } as const;
const TRACE = "5b8efff798038103d269b633813fc60c";

describe("OTLP as JSON", () => {
  it("counts the calls of models, not the spans of agents and workflows around them", () => {
    const { rows, leftOut } = usageIn(fixture("otlp.json"), KNOWN);
    expect(rows.map(({ rowId }) => rowId)).toEqual([
      `${TRACE}:0000000000000003`,
      `${TRACE}:0000000000000004`,
    ]);
    expect(leftOut).toEqual([
      {
        because: "a span of an agent or tool: the calls of models in it count",
        rows: 1,
        amounts: {},
      },
      { because: "the total of records inside it", rows: 1, amounts: {} },
      { because: "a span without tokens", rows: 1, amounts: {} },
    ]);
  });

  it("counts a call although another call is nested in it", () => {
    // Span 4 is in span 3; both say that they are chats.
    const { rows } = usageIn(fixture("otlp.json"), KNOWN);
    expect(rows.map(({ outTotal }) => outTotal)).toEqual([200, 100]);
  });

  it("reads attributes of every kind", () => {
    const [row] = usageIn(fixture("otlp.json"), KNOWN).rows;
    expect(filled(row ?? {})).toEqual({
      source: "opentelemetry",
      rowId: `${TRACE}:0000000000000003`,
      start: at("2026-07-02T10:00:00Z"),
      end: at("2026-07-02T10:00:02.5Z"),
      customerId: "acme",
      userId: "person-b5fc85e55755f9e0",
      traceId: TRACE,
      model: "gpt-5-mini-2025-08-07",
      provider: "openai",
      // 1000 - 400; reasoning is part of the output.
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
    });
  });

  it("asks for the customer and about cached tokens, on which instrumentations disagree", () => {
    expect(asks(fixture("otlp.json"))).toEqual(["cached", "customer"]);
  });

  it("takes no proof from a span that cannot be read", () => {
    // 400 cached tokens are more than an input of nothing, but that input is a mistake.
    const json = edited(fixture("otlp.json"), '"intValue": "1000"', '"intValue": "-1000"');
    const cached = ',{"key": "gen_ai.usage.cache_read.input_tokens", "value": {"intValue": "9"}}';
    const both = json.replace(
      /("key": "gen_ai.usage.cost",\s*"value": \{[^}]*\}\s*\})(?![\s\S]*gen_ai.usage.cost)/,
      `$1${cached}`,
    );
    expect(asks(both, { customer: "attributes.tenant.id" })).toEqual(["cached"]);
  });

  it("says where in the document a span cannot be read", () => {
    const json = edited(fixture("otlp.json"), '"intValue": "1000"', '"intValue": "-1000"');
    expect(usageIn(json, KNOWN).problems).toEqual([
      {
        path: "resourceSpans[0].scopeSpans[0].spans[2]",
        column: "attributes.gen_ai.usage.input_tokens",
        expected: "a whole number, 0 or more",
        received: "-1000",
      },
    ]);
  });
});

describe("rows of ClickHouse", () => {
  it("are read from maps of text, by the older names of attributes", () => {
    const { rows, notes } = usageIn(fixture("otel-traces.csv"), {
      customer: "SpanAttributes.enduser.id",
    });
    expect(rows.map(filled)).toEqual([
      {
        source: "opentelemetry",
        rowId: "t1:s1",
        start: at("2026-07-02T10:00:00.123Z"),
        end: at("2026-07-02T10:00:00.123Z"),
        customerId: "cust-7",
        userId: "cust-7",
        traceId: "t1",
        model: "claude-sonnet-4-5",
        provider: "anthropic",
        // 600 cached tokens cannot be part of 300.
        inUncached: 300,
        inCacheRead: 600,
        outTotal: 200,
        hasTokens: true,
        requests: 1,
        costNano: 3_100_000n,
        costBasis: "reported",
        currency: "USD",
        charge: "usage",
      },
    ]);
    expect(notes).toEqual([
      "1 rows have more cached tokens than input, so cached tokens stand beside the input.",
    ]);
  });

  it("are read from JSON lines too", () => {
    const jsonl = JSON.stringify({
      Timestamp: "2026-07-02 10:00:00.5",
      TraceId: "t1",
      SpanId: "s1",
      SpanAttributes: { "gen_ai.usage.input_tokens": "30", "gen_ai.usage.output_tokens": "2" },
    });
    expect(usageIn(jsonl).rows[0]).toMatchObject({ inUncached: 30, outTotal: 2, costNano: null });
  });
});
