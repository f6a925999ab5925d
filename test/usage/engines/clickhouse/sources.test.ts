import type { Answers } from "../../../../src/usage";
import type { ClickHouseConnection } from "../../../../src/usage/engines/clickhouse/connection";
import { openWarehouse } from "../../../../src/usage/engines/clickhouse/open-warehouse";
import type {
  CustomerChoice,
  WarehouseSelection,
} from "../../../../src/usage/engines/clickhouse/warehouse";
import { READER } from "../../../engines/clickhouse";
import { describeWithClickHouse } from "../../../engines/describe-with-clickhouse";
import { fileOf, loadAll, nodeEngine, summaryOf, usageFormat } from "../engines";
import { never, open } from "./asking";
import { expectSame } from "./same-summary";
import {
  HELICONE_REQUESTS,
  LANGFUSE_EVENTS,
  LANGFUSE_OBSERVATIONS,
  LANGFUSE_TRACES,
  OTEL_TRACES,
} from "./vendor-tables";

describeWithClickHouse("usage where its vendors keep it", (server) => {
  const run = () => ({ signal: never(), onProgress: () => undefined });
  // It reads as a user who may change no setting.
  let connection: ClickHouseConnection;
  const warehouse = () => openWarehouse(connection);
  const sourceOf = async (table: string) => {
    const { sources } = await warehouse().find(never());
    const source = sources.find((each) => each.table === table);
    if (!source) throw new Error(`${table} is not among ${JSON.stringify(sources)}`);
    return source;
  };
  const summed = async (
    table: string,
    customer: WarehouseSelection["customer"],
    given: Partial<WarehouseSelection> = {},
  ) => {
    const source = await sourceOf(table);
    const selection = { source, customer, from: null, until: null, ...given };
    return warehouse().summarize(selection, {}, run());
  };
  const choices = async (table: string) => warehouse().customers(await sourceOf(table), never());
  const labels = (found: readonly CustomerChoice[]) => found.map(({ label }) => label);

  /** What the import of rows as JSON lines comes to. */
  async function imported(format: string, query: string, answers: Answers) {
    const lines = await server().run(
      `${query} SETTINGS output_format_json_quote_64bit_integers = 1, output_format_json_quote_decimals = 1 FORMAT JSONEachRow`,
    );
    const engine = await nodeEngine();
    const file = fileOf(lines, "rows.jsonl");
    const { outcomes } = await loadAll(engine, { file, format: usageFormat(format), answers });
    expect(outcomes).toMatchObject([{ kind: "loaded" }]);
    const summary = await summaryOf(engine);
    engine.close();
    return summary;
  }

  beforeAll(async () => {
    connection = await open(server().url, READER);
    for (const name of ["langfuse", "langfuse4", "otel", "helicone"]) {
      await server().run(`CREATE DATABASE ${name}`);
    }
    await server().run(LANGFUSE_OBSERVATIONS);
    await server().run(LANGFUSE_TRACES);
    await server().run(LANGFUSE_EVENTS);
    await server().run(OTEL_TRACES);
    await server().run(HELICONE_REQUESTS);
  });
  afterAll(() => connection.close());

  describe("observations of Langfuse", () => {
    // Kinds of usage that exclude each other, Gemini's own names, and totals that prove that a
    // sender puts cached tokens into input and reasoning into output, or beside both.
    const USAGE = `[
      map('input', 1000 + n, 'output', 200, 'input_cached_tokens', 300, 'total', 1500 + n),
      map('input', 1000, 'output', 200, 'input_cache_read', 300, 'total', 1200),
      map('promptTokenCount', 1000, 'candidatesTokenCount', 200, 'cachedContentTokenCount', 400, 'thoughtsTokenCount', 50, 'total', 1250),
      map('prompt_token_count', 900, 'cached_content_token_count', 100, 'candidates_token_count', 20),
      map('input', 250000, 'output', 100, 'output_reasoning_tokens', 80, 'total', 250100),
      map('input', 500, 'output', 100, 'output_reasoning_tokens', 80, 'cache_creation_input_tokens', 60, 'input_cache_creation_1h', 40),
      map('images', 2),
      map()][n % 8 + 1]`;
    const OBSERVATIONS = `INSERT INTO langfuse.observations SELECT
      concat('o', toString(n)), concat('t', toString(intDiv(n, 3))), 'p',
      ['GENERATION', 'SPAN', 'EMBEDDING', 'GENERATION', 'generation'][n % 5 + 1], NULL,
      toDateTime64('2026-07-30 00:00:00', 3, 'UTC') + toIntervalSecond(n * 300),
      toDateTime64('2026-07-30 00:00:04.5', 3, 'UTC') + toIntervalSecond(n * 300), 'answer',
      map('tenant', ['acme', 'globex', ''][n % 3 + 1], 'long', repeat('x', 200)), 'a prompt', 'an answer',
      ['claude-sonnet-4-5', 'gpt-4o', 'nobody knows', ''][intDiv(n, 2) % 4 + 1],
      if(n % 11 = 0, '{"service_tier": "batch", "temperature": 1}', NULL),
      mapApply((k, v) -> (k, toUInt64(v)), ${USAGE}), map(),
      [NULL, toDecimal64('0.000000000500', 12), toDecimal64('0', 12), toDecimal64('1.234567890499', 12)][n % 4 + 1],
      toDateTime64('2026-08-05 00:00:00', 3, 'UTC'), 0 FROM (SELECT number AS n FROM numbers(960))`;

    beforeAll(async () => {
      // So that versions of a row stay apart, as they do until the server merges its parts.
      await server().run("SYSTEM STOP MERGES langfuse.observations");
      await server().run(OBSERVATIONS);
      const again = (changes: string, which: string) =>
        server().run(
          `INSERT INTO langfuse.observations SELECT * REPLACE(event_ts + 60 AS event_ts, ${changes}) FROM langfuse.observations WHERE ${which}`,
        );
      await again("toDecimal64('7', 12) AS total_cost", "id IN ('o3', 'o5')");
      await again("1 AS is_deleted", "id IN ('o8', 'o10')");
      await server().run(`INSERT INTO langfuse.traces SELECT concat('t', toString(number)),
        toDateTime64('2026-07-30 00:00:00', 3, 'UTC') + toIntervalSecond(number * 900), 'chat',
        ['zoe@example.com', 'cust-2', NULL][number % 3 + 1], map('plan', 'pro'), 'p', false, false,
        ['customer:acme', 'beta'], NULL, NULL, 's1', now64(3), 0 FROM numbers(320)`);
      // The same trace on another day, as one that is written to at midnight.
      await server().run(
        `INSERT INTO langfuse.traces SELECT * REPLACE(timestamp + toIntervalDay(1) AS timestamp) FROM langfuse.traces WHERE id = 't1'`,
      );
    });

    it("are recognised by their columns", async () => {
      expect(await sourceOf("langfuse.observations")).toMatchObject({
        kind: "langfuse-observations",
        asksCached: false,
      });
    });

    it("come to what their import does: last versions, none deleted, tokens in classes", async () => {
      const found = await summed("langfuse.observations", {
        column: "metadata",
        within: { key: "tenant" },
      });
      const local = await imported("langfuse-observations", "SELECT * FROM langfuse.observations", {
        customer: "metadata.tenant",
      });
      expectSame(found, local);
      expect(found.notes).toEqual(["Kinds of usage that are no tokens are not counted: images."]);
      expect(found.leftOut).toEqual([
        {
          because: "not a generation: its usage and cost are those of the generations in it",
          rows: 192,
          amounts: expect.objectContaining({ USD: expect.anything() }),
        },
      ]);
    });

    it("come to the same through a view, of which the server does not tell the last versions", async () => {
      await server().run("CREATE VIEW langfuse.seen AS SELECT * FROM langfuse.observations");
      const customer = { column: "metadata", within: { key: "tenant" } };
      const seen = await summed("langfuse.seen", customer);
      expectSame(seen, await summed("langfuse.observations", customer));
      expect(seen.leftOut).toContainEqual(expect.objectContaining({ because: "deleted", rows: 2 }));
    });

    it("of two projects count twice through a view, though they have the same id", async () => {
      await server().run(
        "CREATE TABLE langfuse.shared ENGINE = MergeTree ORDER BY id AS SELECT * REPLACE(number AS project_id) FROM langfuse.observations CROSS JOIN (SELECT toString(number) AS number FROM numbers(2)) AS projects WHERE id = 'o13'",
      );
      const { summary } = await summed("langfuse.shared", null);
      expect(summary.lines).toMatchObject([{ requests: 2 }]);
    });

    it("belong to the customer that their trace names, an e-mail under a pseudonym", async () => {
      const found = await summed("langfuse.observations", { column: "traces.user_id" });
      const local = await imported(
        "langfuse-observations",
        `SELECT o.*, t.user_id FROM langfuse.observations AS o
         LEFT JOIN (SELECT id, any(user_id) AS user_id FROM langfuse.traces GROUP BY id) AS t ON o.trace_id = t.id`,
        { customer: "user_id" },
      );
      expectSame(found, local);
      const ids = new Set(found.summary.lines.map(({ customerId }) => customerId));
      // SHA-256 of zoe@example.com begins so.
      expect([...ids].sort()).toEqual(["cust-2", null, "person-3e693cf7e5b67880"]);
    });

    it("belong to the customer in a tag of their trace", async () => {
      const { summary } = await summed("langfuse.observations", {
        column: "traces.tags",
        within: { tag: "customer:" },
      });
      expect(new Set(summary.lines.map(({ customerId }) => customerId))).toEqual(new Set(["acme"]));
    });

    it("offer what can name the customer, and no prompts", async () => {
      const found = await choices("langfuse.observations");
      expect(labels(found)).toEqual([
        "traces.tags: customer:…",
        "metadata: tenant",
        "traces.user_id",
        "traces.session_id",
        "traces.metadata: plan",
      ]);
      expect(found.find(({ column }) => column === "traces.user_id")?.examples).toContain(
        "person-3e693cf7e5b67880",
      );
    });
  });

  describe("events of Langfuse 4", () => {
    beforeAll(async () => {
      await server().run("SYSTEM STOP MERGES langfuse4.events_full");
      await server()
        .run(`INSERT INTO langfuse4.events_full SELECT 'p', concat('t', toString(intDiv(number, 4))),
        concat('s', toString(number)), '', toDateTime64('2026-08-01 00:00:00', 6, 'UTC') + toIntervalSecond(number * 60),
        NULL, 'answer', if(number % 4 = 0, 'SPAN', 'GENERATION'), 'chat', concat('user ', toString(intDiv(number, 4) % 5)), 's',
        ['customer:acme'], 'gpt-4o-mini', '', map('input', 100 + number, 'output', 10),
        if(number % 2 = 0, map('total', toDecimal64('0.0001', 12)), map()), 'a prompt', 'an answer',
        ['org', 'note'], [concat('org ', toString(number % 2)), 'n'], toDateTime64('2026-08-02 00:00:00', 6, 'UTC'), 0 FROM numbers(400)`);
      await server().run(
        "INSERT INTO langfuse4.events_full SELECT * REPLACE(event_ts + 1 AS event_ts, 1 AS is_deleted) FROM langfuse4.events_full WHERE span_id = 's5'",
      );
    });

    it("come to what their import does", async () => {
      const found = await summed("langfuse4.events_full", { column: "user_id" });
      const local = await imported(
        "langfuse-events",
        "SELECT *, total_cost FROM langfuse4.events_full",
        { customer: "user_id" },
      );
      expect(found.summary.lines.reduce((sum, { requests }) => sum + requests, 0)).toBe(299);
      expectSame(found, local);
    });

    it("belong to the customer in a value of their metadata", async () => {
      const [choice] = (await choices("langfuse4.events_full")).filter(
        ({ label }) => label === "metadata: org",
      );
      expect(choice?.examples).toHaveLength(2);
      const { summary } = await summed("langfuse4.events_full", choice ?? null);
      expect(new Set(summary.lines.map(({ customerId }) => customerId))).toEqual(
        new Set(["org 0", "org 1"]),
      );
    });
  });

  describe("spans of OpenTelemetry", () => {
    const span = (
      id: string,
      parent: string,
      attributes: Readonly<Record<string, string>>,
      resource: Readonly<Record<string, string>> = {},
    ) => ({
      Timestamp: "2026-07-02 10:00:00.123456789",
      TraceId: id.slice(0, 2),
      SpanId: id,
      ParentSpanId: parent,
      SpanName: "span",
      ServiceName: "service",
      SpanAttributes: attributes,
      ResourceAttributes: resource,
      Duration: 2_500_000_000,
    });
    const tokens = (
      input: number,
      output: number,
      given: Readonly<Record<string, string>> = {},
    ) => ({
      "gen_ai.usage.input_tokens": `${input}`,
      "gen_ai.usage.output_tokens": `${output}`,
      "gen_ai.request.model": "gpt-4o",
      "gen_ai.system": "OpenAI",
      ...given,
    });
    const chat = { "gen_ai.operation.name": "chat", "tenant.id": "acme" };
    const SPANS = [
      // An agent says what it is; its workflow does not, and repeats what the calls in it took.
      span("t1-flow", "", tokens(30, 6)),
      span("t1-agent", "t1-flow", tokens(30, 6, { "gen_ai.operation.name": "invoke_agent" })),
      span("t1-step", "t1-agent", {}),
      span("t1-call-1", "t1-step", tokens(10, 2, { ...chat, "gen_ai.usage.cost": "0.0000000015" })),
      span("t1-call-2", "t1-call-1", tokens(20, 4, chat)),
      // No span in it has usage, so it is no total.
      span("t2-alone", "", tokens(40, 8, { "tenant.id": "globex" })),
      span("t2-tool", "t2-alone", {}),
      // Older names, a number with a mark, and one that is no number.
      span("t3-old", "", {
        "gen_ai.usage.prompt_tokens": "300.0",
        "gen_ai.usage.completion_tokens": "20",
        "gen_ai.response.model": "claude-sonnet-4-5",
        "gen_ai.usage.cost": "0",
      }),
      span("t3-wrong", "", tokens(7, 1, { "gen_ai.usage.output_tokens": "many" })),
      span(
        "t4-cached",
        "",
        tokens(50, 1, { ...chat, "gen_ai.usage.cache_read.input_tokens": "40" }),
        {
          "enduser.id": "from the resource",
        },
      ),
    ];
    const CUSTOMER = { column: "SpanAttributes", within: { key: "tenant.id" } };

    beforeAll(async () => {
      const rows = SPANS.map((each) => JSON.stringify(each)).join("\n");
      await server().run(`INSERT INTO otel.otel_traces FORMAT JSONEachRow\n${rows}`);
    });

    it("come to what their import does: the calls of models and no totals of them", async () => {
      const found = await summed("otel.otel_traces", CUSTOMER, { cached: "included" });
      const local = await imported("opentelemetry", "SELECT * FROM otel.otel_traces", {
        customer: "SpanAttributes.tenant.id",
        cached: "included",
      });
      expectSame(found, local);
      expect([...found.leftOut].sort((a, b) => (a.because < b.because ? -1 : 1))).toEqual([
        { because: "a number in it cannot be read", rows: 1, amounts: {} },
        {
          because: "a span of an agent or tool: the calls of models in it count",
          rows: 1,
          amounts: {},
        },
        { because: "a span without tokens", rows: 2, amounts: {} },
        { because: "the total of records inside it", rows: 1, amounts: {} },
      ]);
    });

    it("are not guessed at: whether input includes cached tokens has to be said", async () => {
      expect((await sourceOf("otel.otel_traces")).asksCached).toBe(true);
      await expect(summed("otel.otel_traces", CUSTOMER)).rejects.toThrow(
        "1 rows have cached tokens, and neither the table nor its numbers say whether the input includes them.",
      );
    });

    it("offer keys of attributes, those that tell customers first", async () => {
      expect(labels(await choices("otel.otel_traces"))).toEqual([
        "SpanAttributes: tenant.id",
        "ResourceAttributes: enduser.id",
        "ServiceName",
      ]);
    });
  });

  describe("requests of Helicone", () => {
    beforeAll(async () => {
      await server().run("SYSTEM STOP MERGES helicone.request_response_rmt");
      await server().run(`INSERT INTO helicone.request_response_rmt SELECT generateUUIDv4(),
        if(number % 9 = 0, NULL, toDateTime64('2026-07-02 10:00:02.5', 3, 'UTC') + toIntervalHour(number)), 2500, 200,
        toInt64(number % 300), number % 5, if(number % 13 = 0, NULL, toInt64(number % 700)), number % 7, number % 11, number % 3,
        ['gpt-5-mini', 'claude-sonnet-4-5'][number % 2 + 1], toUUID(concat('00000000-0000-4000-8000-', leftPad(toString(number), 12, '0'))),
        toDateTime64('2026-07-02 10:00:00', 3, 'UTC') + toIntervalHour(number), concat('user ', toString(number % 6)),
        toUUID('00000000-0000-4000-8000-000000000000'), ['OPENAI', 'ANTHROPIC'][number % 2 + 1],
        map('tenant', concat('it\\'s ', toString(number % 4)), 'prompt', 'a secret'), '{"messages": "hello"}', '{}',
        [0, 1234567, 9007199254740993][number % 3 + 1], toDateTime64('2026-09-01 00:00:00', 3, 'UTC') FROM numbers(700)`);
      await server()
        .run(`INSERT INTO helicone.request_response_rmt SELECT * REPLACE(updated_at + 5 AS updated_at, 42 AS cost)
        FROM helicone.request_response_rmt WHERE cityHash64(request_id) % 10 = 0`);
    });

    it("come to what their import does: last versions, cost in billionths", async () => {
      const found = await summed("helicone.request_response_rmt", {
        column: "properties",
        within: { key: "tenant" },
      });
      const local = await imported(
        "helicone",
        "SELECT * FROM helicone.request_response_rmt ORDER BY updated_at",
        { customer: "properties.tenant" },
      );
      expect(found.summary.lines.reduce((sum, { requests }) => sum + requests, 0)).toBe(700);
      expectSame(found, local);
    });

    it("are of nobody by a key that none of them has, whatever it says", async () => {
      const within = { key: "'] OR 1 = 1; --\\" };
      const { summary } = await summed("helicone.request_response_rmt", {
        column: "properties",
        within,
      });
      expect(new Set(summary.lines.map(({ customerId }) => customerId))).toEqual(new Set([null]));
    });

    it("are summed up elsewhere from a table whose columns the statements name", async () => {
      const source = await sourceOf("helicone.request_response_rmt");
      const selection = { source, customer: null, from: null, until: null };
      const { portable } = await warehouse().statements(selection, {}, never());
      expect(portable).toMatch(/^-- These statements read a table or view named usage/);
      expect(portable).toContain("FROM usage AS all_usage");
    });

    it("offer a column of ids though one of them is as long as a text", async () => {
      await server().run(
        "CREATE TABLE helicone.odd ENGINE = MergeTree ORDER BY request_id AS SELECT * REPLACE(if(request_id = toUUID('00000000-0000-4000-8000-000000000007'), repeat('x', 300), user_id) AS user_id) FROM helicone.request_response_rmt",
      );
      const found = await choices("helicone.odd");
      expect(labels(found)).toEqual(["properties: tenant", "user_id"]);
      expect(found.flatMap(({ examples }) => examples.filter((each) => each.length > 100))).toEqual(
        [],
      );
    });

    it("offer columns and keys, and not what holds prompts", async () => {
      expect(labels(await choices("helicone.request_response_rmt"))).toEqual([
        "properties: tenant",
        "user_id",
      ]);
    });
  });
});
