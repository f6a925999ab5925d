import { gzipSync } from "node:zlib";
import { NOBODY, plainUsage } from "../../../src/usage";
import { problemsCsv } from "../../../src/usage/engines/problems-csv";
import { createUsageEngine } from "../../../src/usage/engines/create-usage-engine";
import { DUCKDB } from "../../../src/usage/engines/duckdb/dialect";
import type { LoadedFile, UsageEngine } from "../../../src/usage/engines/usage-engine";
import type { Tally } from "../../../src/usage/read/collect";
import { amountsOfFile } from "../../../src/usage/sheets/import-record";
import { fixture, usageIn } from "../imports";
import { fileOf, loadAll, nodeEngine, QUIET, summaryOf, usageFormat } from "./engines";
import { nodeDuckDb } from "./node-duckdb";

jest.setTimeout(60_000);

const PLAIN = plainUsage({
  start: "time",
  rowId: "id",
  customer: "customer",
  cost: "cost",
  costUnit: "units",
});
const HEADER = "time,id,customer,cost";
const NANO = 1_000_000_000n;

let engine: UsageEngine;
beforeAll(async () => {
  engine = await nodeEngine();
});
afterEach(() => engine.clear());
afterAll(() => engine.close());

function plain(content: string | Uint8Array, name?: string) {
  return { file: fileOf(content, name), format: PLAIN, answers: { zone: "UTC" } };
}

function linesOf(rows: readonly string[]): string {
  return [HEADER, ...rows].join("\n");
}

/** Records and amounts read are those of rows, rejected ones, those left out and duplicates. */
function expectNoneLost(file: LoadedFile | undefined): void {
  for (const amounts of file ? amountsOfFile(file) : []) {
    const { readNano, loadedNano, rejectedNano, duplicatesNano, excludedNano } = amounts;
    const sum = loadedNano + (rejectedNano ?? 0n) + duplicatesNano + excludedNano;
    expect([amounts.currency, sum]).toEqual([amounts.currency, readNano]);
  }
  const leftOut = file?.leftOut.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  expect(
    (file?.rows.rows ?? 0) + (file?.rejected.rows ?? 0) + leftOut + (file?.duplicates.rows ?? 0),
  ).toBe(file?.recordsRead);
}

describe("files that cannot be read", () => {
  it.each([
    ["", "It is empty."],
    ["\uFEFF\n", "It is empty."],
    ["PK\u0003\u0004", "It is a .zip file, or a workbook. Unpack it, or save it as CSV."],
    ['[{"a": 1}, {"a"', "The JSON in it breaks off or is not well-formed."],
  ])("are refused with the reason: %j", async (content, why) => {
    const { outcomes, files } = await loadAll(engine, plain(content, "a.csv"));
    expect(outcomes).toEqual([{ name: "a.csv", kind: "failed", why }]);
    expect(files).toEqual([]);
  });

  it("are told apart from those of another format", async () => {
    const file = fileOf(fixture("openai-usage.csv"), "usage.csv");
    const { outcomes } = await loadAll(engine, { file, format: usageFormat("anthropic-usage") });
    expect(outcomes).toEqual([
      { name: "usage.csv", kind: "failed", why: "It has not the columns of Anthropic usage." },
    ]);
  });

  it("leave nothing where a .gz breaks off, and the other files stay", async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `2026-07-01,r${i},c${i % 7},0.0${i}`);
    const whole = gzipSync(linesOf(rows));
    for (const length of [whole.length / 2, whole.length - 8, whole.length - 1]) {
      const { outcomes, files } = await loadAll(
        engine,
        plain(whole.subarray(0, length), "broken.csv.gz"),
        plain(linesOf(["2026-07-01,one,acme,1"]), "good.csv"),
      );
      expect(outcomes).toEqual([
        {
          name: "broken.csv.gz",
          kind: "failed",
          why: "The .gz file is damaged or breaks off. Export or download it again.",
        },
        { name: "good.csv", kind: "loaded", id: 2 },
      ]);
      expect(files.map(({ rows }) => rows)).toEqual([{ rows: 1, amounts: { USD: NANO } }]);
      await engine.clear();
    }
  });
});

describe("a file that is gone", () => {
  const WHY =
    "It can no longer be read: it was changed, moved or deleted after it was chosen. Choose it again.";

  /** What a browser does with a file that was deleted after it was chosen. */
  function goneFile(name: string): globalThis.File {
    const slice = () => ({
      arrayBuffer: async () => {
        throw new DOMException("The requested file could not be read", "NotReadableError");
      },
    });
    return Object.assign(fileOf(linesOf(["2026-07-01,x,acme,1"]), name), {
      slice,
    }) as unknown as globalThis.File;
  }

  it("is said in words, whatever is done with it, and the other files stay", async () => {
    const file = goneFile("gone.csv");
    expect(await engine.inspect(file)).toEqual({ kind: "unreadable", why: WHY });
    await expect(engine.preview({ ...plain(""), file })).rejects.toThrow(WHY);
    const good = plain(linesOf(["2026-07-01,y,acme,1"]), "good.csv");
    const { outcomes, files } = await loadAll(engine, { ...plain(""), file }, good);
    expect(outcomes).toEqual([
      { name: "gone.csv", kind: "failed", why: WHY },
      { name: "good.csv", kind: "loaded", id: 2 },
    ]);
    expect(files.map(({ rows }) => rows)).toEqual([{ rows: 1, amounts: { USD: NANO } }]);
  });
});

describe("files that are read", () => {
  it("may hold a header alone", async () => {
    const { outcomes, files } = await loadAll(engine, plain(HEADER));
    expect(outcomes).toEqual([{ name: "usage.csv", kind: "loaded", id: 1 }]);
    expect(files[0]).toMatchObject({
      recordsRead: 0,
      rows: { rows: 0, amounts: {} },
      start: null,
      notes: expect.arrayContaining(["It has a header and no records."]),
    });
    expect((await summaryOf(engine)).summary).toMatchObject({
      months: [],
      lines: [],
      profile: null,
    });
  });

  it("may be packed, and have a byte-order mark, CRLF and line ends in cells", async () => {
    const text = `\uFEFF${HEADER}\r\n2026-07-01,"a","big\r\nco",0.5\r\n`;
    const { files } = await loadAll(engine, plain(gzipSync(text), "a.csv.gz"));
    expect(files[0]?.rows).toEqual({ rows: 1, amounts: { USD: NANO / 2n } });
    expect((await summaryOf(engine)).summary.lines[0]?.customerId).toBe("big\r\nco");
  });

  it.each([
    ["openai-usage.csv", {}],
    ["openai-usage.json", {}],
    ["openai-cost.csv", {}],
    ["anthropic-usage.csv", {}],
    ["langfuse-observations.csv", {}],
    ["langfuse-observations.json", {}],
    ["langfuse-clickhouse.jsonl", {}],
    ["litellm-logs.csv", {}],
    ["helicone.csv", {}],
    ["openrouter-generations.csv", { cached: "included" }],
    ["otel-traces.csv", { cached: "included" }],
    ["otlp.json", { cached: "included" }],
    ["focus-1.2.csv", { services: "all services" }],
  ] as const)("come to the same as read in memory: %s", async (name, partial) => {
    const answers = { customer: NOBODY, ...partial };
    const { format, ...expected } = usageIn(fixture(name), answers);
    const { files } = await loadAll(engine, { file: fileOf(fixture(name)), format, answers });
    const amounts: Record<string, bigint> = {};
    for (const { costNano, currency } of expected.rows) {
      if (currency === null) continue;
      if (costNano !== null) amounts[currency] = (amounts[currency] ?? 0n) + costNano;
    }
    const [file] = files;
    expect(file).toMatchObject({
      recordsRead: expected.recordsRead,
      rows: { rows: expected.rows.length, amounts },
      rejected: { rows: expected.rejected },
      duplicates: expected.duplicates,
      problems: expected.problems,
      notes: expected.notes,
      dropped: expected.dropped,
    });
    const byReason = (a: Tally, b: Tally) => (a.because < b.because ? -1 : 1);
    expect([...(file?.leftOut ?? [])].sort(byReason)).toEqual([...expected.leftOut].sort(byReason));
    expectNoneLost(file);
  });
});

describe("rejected records", () => {
  it("are counted all, and listed with line, column, expected and received", async () => {
    const bad = Array.from({ length: 10_001 }, (_, i) => `2026-07-01,b${i},acme,much`);
    const { files } = await loadAll(engine, plain(linesOf(["2026-07-01,ok,acme,2", ...bad])));
    const [file] = files;
    expectNoneLost(file);
    expect(file).toMatchObject({
      recordsRead: 10_002,
      rejected: { rows: 10_001, amounts: {} },
      problemCount: 10_001,
      rows: { rows: 1, amounts: { USD: 2n * NANO } },
    });
    expect(file?.problems).toHaveLength(10_000);
    const lines = problemsCsv(file?.problems ?? [], file?.problemCount)
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(10_002);
    expect(lines.at(-1)).toBe(',,"1 more problems are not listed",');
    expect(file?.problems[0]).toEqual({
      line: 3,
      column: "cost",
      expected: "an amount such as 1,234.56",
      received: "much",
    });
  });

  it("are listed with every problem of each", async () => {
    const bad = Array.from({ length: 5_001 }, () => "soon,b,acme,much");
    const { files } = await loadAll(engine, plain(linesOf(bad)));
    // 2 x 5,001
    expect(files[0]).toMatchObject({ rejected: { rows: 5_001 }, problemCount: 10_002 });
    expect(files[0]?.problems).toHaveLength(10_002);
  });

  it("are counted with their dollars where these can be read", async () => {
    const { files } = await loadAll(
      engine,
      plain(linesOf(["yesterday,x,acme,1.5", "2026-07-01,y,acme,1"])),
    );
    expect(files[0]).toMatchObject({
      rows: { rows: 1, amounts: { USD: NANO } },
      rejected: { rows: 1, amounts: { USD: 1_500_000_000n } },
    });
  });

  it.each(["=1+1", "+1", "-1", "@a", "\t=1"])(
    "are written as text and not as a formula: %j",
    (received) => {
      const csv = problemsCsv([{ line: 2, column: "cost", expected: 'a "cost"', received }]);
      expect(csv).toBe(
        `\uFEFFLine,Column,Expected,Received\r\n2,"cost","a ""cost""","'${received}"\r\n`,
      );
    },
  );
});

describe("amounts that were read", () => {
  it("are those of all records, whatever became of them", async () => {
    const lines = ["2026-07-01,x,acme,1", "yesterday,y,acme,2", "2026-07-02,x,acme,4"];
    const { files } = await loadAll(engine, plain(linesOf(lines)));
    // 1 + 2 + 4: loaded is the last, rejected the second, and the first is a duplicate.
    expect(files[0]?.amountsRead).toEqual({ USD: 7n * NANO });
    files.forEach(expectNoneLost);
  });

  it("show a row that is lost on its way into the database", async () => {
    const database = await nodeDuckDb();
    const append: typeof database.append = (table, columns, csv) =>
      // Without its last line.
      database.append(table, columns, csv.slice(0, csv.lastIndexOf(0x0a, csv.length - 2) + 1));
    const losing = await createUsageEngine({ ...database, append }, DUCKDB);
    const lines = ["2026-07-01,x,acme,1", "2026-07-02,y,acme,2", "2026-07-03,z,acme,4"];
    const { files } = await loadAll(losing, plain(linesOf(lines)));
    const [file] = files.flatMap(amountsOfFile);
    expect(file).toMatchObject({ readNano: 7n * NANO, loadedNano: 3n * NANO });
    losing.close();
  });
});

describe("records with one id", () => {
  it("count once, the last of them, whichever files hold them", async () => {
    const first = plain(linesOf(["2026-07-01,x,acme,1", "2026-07-01,y,acme,2"]), "first.csv");
    const second = plain(linesOf(["2026-07-01,x,acme,4", "2026-07-01,z,acme,8"]), "second.csv");
    await loadAll(engine, first);
    const { files } = await loadAll(engine, second);
    expect(files.map(({ rows, duplicates }) => [rows, duplicates])).toEqual([
      // y remains of the first.
      [
        { rows: 1, amounts: { USD: 2n * NANO } },
        { because: "another record has the same id", rows: 1, amounts: { USD: NANO } },
      ],
      [
        { rows: 2, amounts: { USD: 12n * NANO } },
        { because: "another record has the same id", rows: 0, amounts: {} },
      ],
    ]);
    files.forEach(expectNoneLost);
  });

  it("count by their version where they have one, even against a later file", async () => {
    const csv = fixture("helicone.csv");
    const format = usageFormat("helicone");
    const answers = { customer: "user_id" };
    await loadAll(engine, { file: fileOf(csv, "new.csv"), format, answers });
    const older = csv.replaceAll("2026-07-02 10:00:09", "2026-07-02 10:00:01");
    const { files } = await loadAll(engine, { file: fileOf(older, "old.csv"), format, answers });
    // The export holds one request twice: for 1,234,567 billionths, and later for 2,000,000.
    expect(files[0]).toMatchObject({
      rows: { rows: 1, amounts: { USD: 2_000_000n } },
      duplicates: { rows: 1, amounts: { USD: 1_234_567n } },
    });
    expect(files[1]).toMatchObject({ rows: { rows: 0 }, duplicates: { rows: 2 } });
  });

  it("are taken for the same file where every byte is", async () => {
    const csv = linesOf(["2026-07-01,,acme,1"]);
    const { outcomes, files } = await loadAll(
      engine,
      plain(csv, "july.csv"),
      plain(csv, "copy.csv"),
    );
    expect(outcomes).toEqual([
      { name: "july.csv", kind: "loaded", id: 1 },
      { name: "copy.csv", kind: "same", as: "july.csv" },
    ]);
    expect(files.map(({ rows }) => rows.rows)).toEqual([1]);
  });

  it("are shown as repeated where they have no ids and another file holds them", async () => {
    const july = ["2026-07-01,,acme,1", "2026-07-02,,acme,2"];
    const { repetitions } = await loadAll(
      engine,
      plain(linesOf(july), "july.csv"),
      plain(linesOf([...july, "2026-08-01,,acme,3"]), "july and august.csv"),
    );
    expect(repetitions).toEqual([{ names: ["july and august.csv", "july.csv"], rows: 2 }]);
  });
});

describe("questions", () => {
  it("are asked before anything is loaded", async () => {
    const { outcomes, files } = await loadAll(engine, {
      file: fileOf(fixture("openrouter-generations.csv"), "or.csv"),
      format: usageFormat("openrouter-generations"),
    });
    expect(outcomes[0]).toMatchObject({ kind: "ask", questions: expect.anything() });
    expect(files).toEqual([]);
  });

  it("are asked late where only a late record raises them, and what was read is dropped", async () => {
    const mapping = {
      start: "time",
      customer: "customer",
      input: "input",
      cacheRead: "cached",
      output: "output",
    };
    // Nine megabytes: what is looked at first is one.
    const padding = "x".repeat(9_000);
    const early = Array.from(
      { length: 1_000 },
      () => `2026-07-01T00:00:00Z,acme,100,0,10,${padding}`,
    );
    const late = "2026-07-01T00:00:00Z,acme,100,50,10,";
    const csv = ["time,customer,input,cached,output,note", ...early, late];
    const file = fileOf(csv.join("\n"), "late.csv");
    const { outcomes, files } = await loadAll(engine, { file, format: plainUsage(mapping) });
    expect(outcomes[0]).toMatchObject({ kind: "ask", questions: [{ about: "cached" }] });
    expect(files).toEqual([]);
    expect((await summaryOf(engine)).summary.lines).toEqual([]);
  });
});

describe("a load", () => {
  it("tells its progress by bytes and ends at 1", async () => {
    const told: (readonly [string, number])[] = [];
    const run = { ...QUIET, onProgress: (phase: string, done: number) => told.push([phase, done]) };
    await engine.load([plain(linesOf(["2026-07-01,x,acme,1"]), "july.csv")], run);
    // Reading is 95% of the way.
    expect(told).toEqual([
      ["Reading july.csv", 0.95],
      ["Looking for duplicates", 0.95],
      ["Loaded", 1],
    ]);
  });

  it("leaves nothing behind where it is cancelled, and what was there before stays", async () => {
    await loadAll(engine, plain(linesOf(["2026-07-01,before,acme,1"]), "before.csv"));
    const controller = new AbortController();
    const run = { signal: controller.signal, onProgress: () => controller.abort() };
    const files = [
      plain(linesOf(["2026-07-01,x,acme,2"]), "a.csv"),
      plain(linesOf(["2026-07-01,y,acme,4"]), "b.csv"),
    ];
    await expect(engine.load(files, run)).rejects.toMatchObject({ name: "AbortError" });
    const { summary } = await summaryOf(engine);
    expect(summary.lines.map(({ costs }) => costs.reported)).toEqual([NANO]);
  });
});

describe("a database that is full", () => {
  it("is said in words, and what was there before stays", async () => {
    const database = await nodeDuckDb();
    let isFull = false;
    const full = await createUsageEngine(
      {
        ...database,
        append: async (...batch) => {
          if (isFull) throw new Error("Out of Memory Error: could not allocate block");
          await database.append(...batch);
        },
      },
      DUCKDB,
    );
    await loadAll(full, plain(linesOf(["2026-07-01,x,acme,1"]), "a.csv"));
    isFull = true;
    const loading = loadAll(full, plain(linesOf(["2026-07-01,y,acme,2"]), "b.csv"));
    await expect(loading).rejects.toThrow(/^There are more rows than fit into memory here\./);
    isFull = false;
    const { files } = await loadAll(full, plain(linesOf(["2026-07-01,z,acme,4"]), "c.csv"));
    expect(files.map(({ name, rows }) => [name, rows.amounts])).toEqual([
      ["a.csv", { USD: NANO }],
      ["c.csv", { USD: 4n * NANO }],
    ]);
    full.close();
  });
});

describe("what a file is", () => {
  it("is told by its beginning, packed or not", async () => {
    const csv = fixture("openai-usage.csv");
    for (const content of [csv, gzipSync(csv)]) {
      const found = await engine.inspect(fileOf(content));
      expect(found).toMatchObject({
        kind: "recognised",
        candidates: [
          {
            format: { id: "openai-usage" },
            because: expect.arrayContaining(["input_tokens"]),
            columns: expect.arrayContaining(["start_time", "service_tier"]),
          },
        ],
      });
    }
  });

  it("may be unknown, with columns to map, or of no use", async () => {
    expect(await engine.inspect(fileOf("when,who,spent\n2026-07-01,a,1"))).toEqual({
      kind: "unknown",
      columns: ["when", "who", "spent"],
    });
    expect(await engine.inspect(fileOf(fixture("langfuse-traces.csv")))).toMatchObject({
      kind: "unusable",
      instead: "Traces hold no tokens and no cost. Export the observations instead.",
    });
    expect(await engine.inspect(fileOf(""))).toEqual({ kind: "empty" });
  });

  it("is shown by its first rows, problems and dropped columns", async () => {
    const csv =
      "time,id,customer,cost,email\n2026-07-01,x,acme,1,a@example.com\n2026-07-01,y,acme,much,";
    const reading = await engine.preview(plain(csv));
    expect(reading).toMatchObject({
      dropped: ["email"],
      preview: [{ rowId: "x", customerId: "acme", costNano: NANO }],
      problems: [{ line: 3, column: "cost", received: "much" }],
    });
  });
});
