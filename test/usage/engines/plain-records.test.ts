import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { type Answers, plainUsage } from "../../../src/usage";
import { openFile } from "../../../src/usage/engines/file/open-file";
import { startKinds } from "../../../src/usage/engines/kinds";
import { loadSource, withRecords } from "../../../src/usage/engines/load/load-file";
import { plainLayout } from "../../../src/usage/engines/plain/plain-layout";
import type { SqlColumns, SqlDatabase } from "../../../src/usage/engines/sql-database";
import type { Settings } from "../../../src/usage/read/settings";
import { parseCsv } from "../../../src/usage/source/csv-records";
import { fileOf, usageFormat } from "./engines";
import { type PlainCase, tables } from "./plain-tables";

jest.setTimeout(60_000);

const NEVER = new AbortController().signal;

/** Keeps what is appended, and nothing else. */
function appendedLines() {
  const texts: string[] = [];
  let names: readonly string[] = [];
  const database: SqlDatabase = {
    run: () => Promise.reject(new Error("nothing else is asked of it")),
    query: () => Promise.reject(new Error("nothing else is asked of it")),
    append(_table: string, columns: SqlColumns, csv: Uint8Array) {
      names = columns.map(([name]) => name);
      texts.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv));
      return Promise.resolve();
    },
    close: () => undefined,
  };
  const rows = () => {
    const records = parseCsv(texts.join(""), { delimiter: ",", offset: 0, line: 1 });
    return [...records].map(
      ({ cells }) => new Map(names.map((name, i) => [name, cells[i] ?? "missing"])),
    );
  };
  return { database, rows };
}

/** Cuts bytes into pieces of a size, which come one after the other in the same memory. */
async function* cut(pieces: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += size) yield piece.slice(at, at + size);
  }
}

/** What is read of a file, and the rows that are written, with their kinds. */
async function readIn(
  content: string | Uint8Array,
  { format, customer }: PlainCase,
  partial: Answers,
  isPlain: boolean,
  size = Infinity,
) {
  const { database, rows } = appendedLines();
  const kinds = startKinds();
  const answers = { ...partial, customer };
  const read = await withRecords(fileOf(content), format, NEVER, ({ csv, ...source }) => {
    const pieces =
      csv && ((reading: Parameters<typeof csv.pieces>[0]) => cut(csv.pieces(reading), size));
    return loadSource(
      csv && pieces && Number.isFinite(size)
        ? { ...source, csv: { ...csv, pieces } }
        : { ...source, csv },
      { format, answers, isPlain },
      { database, kinds },
      { file: 1, firstRow: 100 },
      { signal: NEVER },
    );
  });
  const inOrder = rows().sort((a, b) => Number(a.get("row_no")) - Number(b.get("row_no")));
  // Kinds are numbered in the order in which they are met.
  const written = inOrder.map((row) =>
    [...row].map(([name, cell]) => (name === "kind_no" ? kinds.all[Number(cell)] : cell)),
  );
  return { read, written };
}

const ANSWERS = {
  decimalMark: ".",
  zone: "UTC",
  slashOrder: "month first",
  cached: "included",
} as const satisfies Answers;

const PLAIN = plainUsage({
  ...{ start: "time", end: "until", rowId: "id", customer: "who", user: "user", feature: "what" },
  ...{ trace: "trace", model: "model", provider: "provider", input: "in", cacheRead: "cached" },
  ...{ output: "out", reasoning: "thought", requests: "count", cost: "cost", currency: "currency" },
  ...{ serviceTier: "tier" },
});

const CASES: readonly (readonly [name: string, each: PlainCase])[] = [
  [
    "a plain table",
    {
      format: PLAIN,
      customer: "who",
      columns: {
        ...{ time: "time", until: "later", id: "name", who: "name", user: "name", what: "name" },
        ...{ trace: "name", model: "model", provider: "word", in: "count", cached: "count" },
        ...{ out: "count", thought: "count", count: "count", cost: "amount", currency: "currency" },
        tier: "word",
      },
    },
  ],
  [
    "OpenAI usage",
    {
      format: usageFormat("openai-usage"),
      customer: "project_id",
      columns: {
        ...{ start_time: "time", start_time_iso: "time", end_time_iso: "later" },
        ...{ project_id: "name", user_id: "name", num_model_requests: "count", model: "model" },
        ...{ batch: "word", service_tier: "word", input_tokens: "count", output_tokens: "count" },
        ...{ input_cached_tokens: "count", input_uncached_tokens: "count" },
      },
    },
  ],
  [
    "Anthropic usage",
    {
      format: usageFormat("anthropic-usage"),
      customer: "workspace",
      columns: {
        ...{ usage_date_utc: "time", model_version: "model", api_key: "name", workspace: "name" },
        ...{ usage_type: "word", usage_input_tokens_no_cache: "count" },
        ...{ usage_input_tokens_cache_read: "count", usage_output_tokens: "count" },
        ...{ web_search_count: "count" },
      },
    },
  ],
  [
    "spend logs of LiteLLM",
    {
      format: usageFormat("litellm-logs"),
      customer: "end_user",
      columns: {
        ...{ request_id: "name", call_type: "name", spend: "amount", prompt_tokens: "count" },
        ...{ completion_tokens: "count", startTime: "time", endTime: "later", model: "model" },
        ...{ model_group: "model", custom_llm_provider: "word", metadata: "map" },
        ...{ cache_hit: "word", end_user: "name", session_id: "name" },
      },
    },
  ],
  [
    "requests of OpenRouter",
    {
      format: usageFormat("openrouter-generations"),
      customer: "user",
      columns: {
        ...{ generation_id: "name", created_at: "time", cost_total: "amount", user: "name" },
        ...{ app_name: "name", model_permaslug: "model", tokens_prompt: "count" },
        ...{ tokens_completion: "count", tokens_reasoning: "count", tokens_cached: "count" },
      },
    },
  ],
  [
    "requests of Helicone",
    {
      format: usageFormat("helicone"),
      customer: "user_id",
      columns: {
        ...{ request_id: "name", updated_at: "time", request_created_at: "time" },
        ...{ response_created_at: "later", user_id: "name", model: "model", provider: "word" },
        ...{ prompt_tokens: "count", prompt_cache_read_tokens: "count" },
        ...{ completion_tokens: "count", cost: "amount", properties: "map" },
      },
    },
  ],
  [
    "OpenAI cost",
    {
      format: usageFormat("openai-cost"),
      customer: "project_id",
      columns: {
        ...{ start_time_iso: "time", end_time_iso: "later", amount_value: "amount" },
        ...{ amount_currency: "currency", project_id: "name", line_item: "model" },
      },
    },
  ],
];

describe.each(CASES)("%s, read by bytes, comes to the same as read as text", (_name, each) => {
  it("is read by bytes", async () => {
    const header = Object.keys(each.columns);
    const opened = await openFile(fileOf(header.join(",")), NEVER);
    expect(opened.kind).toBe("records");
    const settings: Settings = {
      mark: ".",
      clock: { toUtc: (local) => local, slashOrder: "month first" },
      cached: "included",
      customer: undefined,
      skips: each.format.skips ?? [],
    };
    expect(plainLayout(each.format, header, settings)).toBeDefined();
  });

  it("in rows, kinds, problems and sums, wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(tables(each), fc.integer({ min: 5, max: 400 }), async (text, size) => {
        const expected = await readIn(text, each, ANSWERS, false);
        expect(await readIn(text, each, ANSWERS, true)).toEqual(expected);
        expect(await readIn(text, each, ANSWERS, true, size)).toEqual(expected);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("packed, with a question that later records may raise", async () => {
    const { decimalMark, zone, slashOrder } = ANSWERS;
    const answers = { decimalMark, zone, slashOrder };
    await fc.assert(
      fc.asyncProperty(tables(each), async (text) => {
        const packed = gzipSync(text);
        const expected = await readIn(packed, each, answers, false);
        expect(await readIn(packed, each, answers, true)).toEqual(expected);
      }),
      { seed: 12, numRuns: 20 },
    );
  });
});
