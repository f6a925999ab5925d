import { plainUsage } from "../../../../src/usage";
import type { ClickHouseConnection } from "../../../../src/usage/engines/clickhouse/connection";
import { openWarehouse } from "../../../../src/usage/engines/clickhouse/open-warehouse";
import { mappedSource } from "../../../../src/usage/engines/clickhouse/sources/mapped";
import type {
  TableMapping,
  WarehouseSelection,
} from "../../../../src/usage/engines/clickhouse/warehouse";
import type { SqlValue } from "../../../../src/usage/engines/sql-database";
import type { SummaryOptions } from "../../../../src/usage/engines/usage-engine";
import { READER, type TestClickHouse } from "../../../engines/clickhouse";
import { describeWithClickHouse } from "../../../engines/describe-with-clickhouse";
import { fileOf, loadAll, nodeEngine, summaryOf } from "../engines";
import { nodeDuckDb } from "../node-duckdb";
import { never, open } from "./asking";
import { expectSame } from "./same-summary";

const ROWS = 10_000;

/** Names that would end a text or begin a statement, were they not quoted. */
const NAMES = ["it's", "back\\slash", "\\'; DROP TABLE usage; --", 'quo"ted', "tick`s", "Zoë 🐢"];

const literal = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/**
 * Rows of three months: customers with strange names and some without, every third request
 * without a trace, models with and without prices, long prompts, and a cost in every fourth.
 */
const TABLE = `CREATE TABLE usage ENGINE = MergeTree ORDER BY moment AS SELECT
  toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(number * 240) AS moment,
  multiIf(number % 50 = 0, '', number % 7 = 0, [${NAMES.map(literal).join(", ")}][intDiv(number, 7) % ${NAMES.length} + 1],
    concat('customer ', toString(cityHash64(number) % 40))) AS customer,
  if(number % 3 = 0, '', concat(customer, '/', toString(intDiv(number, 900)))) AS trace,
  ['claude-sonnet-4-5', 'gpt-4o-mini', 'no\\'such\\\\model', 'deepseek-chat'][cityHash64(number, 1) % 4 + 1] AS model,
  if(model = 'gpt-4o-mini', 'OpenAI', '') AS provider,
  toUInt32(if(number % 20 = 0, 150000 + cityHash64(number, 2) % 100000, cityHash64(number, 2) % 20000)) AS input,
  toUInt32(if(number % 2 = 0, 0, cityHash64(number, 3) % (input + 1))) AS cached,
  toUInt32(cityHash64(number, 4) % 2000) AS output,
  if(number % 4 = 0, toDecimal64(concat('0.', leftPad(toString(cityHash64(number, 5) % 1000000000000), 12, '0')), 12), NULL) AS cost
FROM numbers(${ROWS})`;

const COLUMNS = {
  start: "moment",
  customer: "customer",
  trace: "trace",
  model: "model",
  provider: "provider",
  input: "input",
  cacheRead: "cached",
  output: "output",
  cost: "cost",
  cached: "included",
} as const;

const MAPPING: TableMapping = {
  ...COLUMNS,
  cacheWrite: null,
  reasoning: null,
  costUnit: "dollars",
  currency: "USD",
};

describeWithClickHouse("a table of the user's own on a server", (server) => {
  const run = () => ({ signal: never(), onProgress: () => undefined });
  // It reads as a user who may change no setting.
  let connection: ClickHouseConnection;
  const warehouse = () => openWarehouse(connection);
  const selectionOf = async (
    table: string,
    mapping: TableMapping = MAPPING,
    given: Partial<WarehouseSelection> = {},
  ): Promise<WarehouseSelection> => {
    const { others } = await warehouse().find(never());
    const found = others.find((each) => each.table === table);
    if (!found) throw new Error(`${table} is not among ${others.map((each) => each.table).join()}`);
    const source = mappedSource(found);
    return { source, mapping, customer: null, from: null, until: null, ...given };
  };
  const summarized = async (selection: WarehouseSelection, options = {}) =>
    warehouse().summarize(selection, options, run());

  /** What the import of the same rows, exported, comes to. */
  async function imported(run: TestClickHouse["run"], where = "1", options: SummaryOptions = {}) {
    const engine = await nodeEngine();
    const csv = await run(`SELECT * FROM usage WHERE ${where} FORMAT CSVWithNames`);
    const format = plainUsage(COLUMNS);
    await loadAll(engine, { file: fileOf(csv), format, answers: { zone: "UTC" } });
    const summary = await summaryOf(engine, options);
    engine.close();
    return summary;
  }

  beforeAll(async () => {
    connection = await open(server().url, READER);
    await server().run(TABLE);
  });
  afterAll(() => connection.close());

  it("comes to what the import of its rows does, cost to the billionth", async () => {
    const found = await summarized(await selectionOf("default.usage"));
    const local = await imported(server().run);
    expect(found.summary.lines.reduce((sum, { requests }) => sum + requests, 0)).toBe(ROWS);
    expect(found.unpriced.map(({ model }) => model)).toEqual(["no'such\\model"]);
    expectSame(found, local);
  });

  it("is summed up within the time that is chosen", async () => {
    const [from, until] = [Date.UTC(2026, 0, 10), Date.UTC(2026, 1, 10)];
    const found = await summarized(await selectionOf("default.usage", MAPPING, { from, until }));
    const where = "moment >= '2026-01-10 00:00:00' AND moment < '2026-02-10 00:00:00'";
    expectSame(found, await imported(server().run, where));
  });

  it("is priced as the user says, with the tasks of ids that mean one customer together", async () => {
    const selection = await selectionOf("default.usage");
    const options = {
      pricing: [
        { provider: null, model: "no'such\\model", prices: { input: 1, output: 2 } },
        { provider: "openai", model: "gpt-4o-mini", catalogModel: "gpt-4o" },
      ],
      parties: [
        ["it's", "both"],
        ["customer 1", "both"],
      ] as const,
    };
    const found = await summarized(selection, options);
    expect(found.unpriced).toEqual([]);
    expectSame(found, await imported(server().run, "1", options));
    expect(found.summary.parties).toMatchObject([
      { customerId: "both", ids: ["it's", "customer 1"] },
    ]);
  });

  it("has approximate quantiles on demand, which are marked", async () => {
    const selection = await selectionOf("default.usage");
    const exact = await summarized(selection);
    const approximate = await summarized(selection, { isApproximate: true });
    expect([exact.isApproximate, approximate.isApproximate]).toEqual([false, true]);
    const middle = ({ summary }: typeof exact) =>
      summary.customers.find(({ customerId }) => customerId === "customer 1")?.p50Nano ?? NaN;
    expect(middle(approximate) / middle(exact)).toBeCloseTo(1, 1);
    const { customers, ...sums } = approximate.summary;
    expect(customers).toHaveLength(exact.summary.customers.length);
    expect({ ...sums, customers: exact.summary.customers }).toEqual(exact.summary);
  });

  it("is estimated before it is read; a view is not", async () => {
    const selection = await selectionOf("default.usage");
    const found = await warehouse().estimate(selection, never());
    expect(found?.rows).toBe(ROWS);
    await server().run(
      "CREATE VIEW numbers AS SELECT now() AS at, number AS input FROM numbers(9)",
    );
    const view = await selectionOf("default.numbers", {
      ...NO_COLUMNS,
      ...{ start: "at", input: "input", cached: null },
    });
    expect(await warehouse().estimate(view, never())).toBeNull();
    expect((await summarized(view)).summary.lines).toMatchObject([{ requests: 9, inUncached: 36 }]);
  });

  it("is told apart by what it is called, whatever that is", async () => {
    const [strange, time, customer] = ["us`age\\'; --", "at`'\\", 'who"; DROP TABLE usage; --'];
    const name = (text: string) => `\`${text.replace(/[\\`]/g, "\\$&")}\``;
    await server().run(
      `CREATE TABLE ${name(strange)} (${name(time)} DateTime, ${name(customer)} String, stated_start UInt8) ENGINE = MergeTree ORDER BY tuple()`,
    );
    await server().run(
      `INSERT INTO ${name(strange)} SELECT toDateTime('2026-07-01 12:00:00', 'UTC'), ${literal("it's")}, 7`,
    );
    const { others } = await warehouse().find(never());
    const table = others.find((each) => each.columns.some((one) => one.name === time))?.table ?? "";
    const selection = await selectionOf(table, {
      ...NO_COLUMNS,
      ...{ start: time, customer, input: "stated_start" },
    });
    expect((await summarized(selection)).summary.lines).toMatchObject([
      { customerId: "it's", month: "2026-07", inUncached: 7 },
    ]);
  });

  it.each([
    // Halves of a billionth are rounded away from zero, as values/money.ts has it.
    ["Decimal(18, 12)", "dollars", "'0.000000000500'", 1n],
    ["Decimal(18, 12)", "dollars", "'-0.000000000500'", -1n],
    ["Decimal(18, 12)", "dollars", "'0.000000000499'", 0n],
    ["Nullable(Float64)", "dollars", "0.1", 100_000_000n],
    ["String", "dollars", "' 1.5e-7 '", 150n],
    // 123.78912 cents are 1.2378912 dollars.
    ["String", "cents", "'123.78912'", 1_237_891_200n],
    ["UInt32", "cents", "12", 120_000_000n],
    // More than a double holds.
    ["UInt64", "nano-dollars", "9007199254740993", 9_007_199_254_740_993n],
    // So many digits that they, with as many zeros, are beyond 128 bits.
    ["Decimal(38, 18)", "dollars", "'200.000000000500000001'", 200_000_000_001n],
    ["Decimal(76, 18)", "dollars", "'200.5'", 200_500_000_000n],
    ["FixedString(8)", "dollars", "'1.5'", 1_500_000_000n],
    ["SimpleAggregateFunction(sum, UInt64)", "cents", "15", 150_000_000n],
  ] as const)("has its cost read exactly: %s of %s", async (type, costUnit, value, nano) => {
    await server().run(
      `CREATE OR REPLACE TABLE costs ENGINE = MergeTree ORDER BY tuple() AS SELECT toDateTime('2026-07-01 12:00:00', 'UTC') AS moment, CAST(${value} AS ${type}) AS cost`,
    );
    const mapping = { ...NO_COLUMNS, start: "moment", cost: "cost", costUnit };
    const { summary } = await summarized(await selectionOf("default.costs", mapping));
    expect(summary.lines[0]?.costs.reported).toBe(nano);
  });

  it.each([
    ["DateTime('Asia/Tokyo')", "toDateTime('2026-07-01 08:59:59', 'Asia/Tokyo')", "2026-06"],
    ["DateTime('Asia/Tokyo')", "toDateTime('2026-07-01 09:00:00', 'Asia/Tokyo')", "2026-07"],
    ["Date", "'2026-07-01'", "2026-07"],
    ["String", "'2026-07-01T00:30:00+01:00'", "2026-06"],
    // 1782863999 is the last second of June, 1782864000 the first of July.
    ["UInt64", "1782863999", "2026-06"],
    ["Int64", "1782864000000", "2026-07"],
    ["SimpleAggregateFunction(max, DateTime('UTC'))", "'2026-07-01 00:00:00'", "2026-07"],
  ])("has its times read in UTC: %s of %s", async (type, value, month) => {
    await server().run(
      `CREATE OR REPLACE TABLE times ENGINE = MergeTree ORDER BY tuple() AS SELECT CAST(${value} AS ${type}) AS moment, 7 AS input`,
    );
    const mapping = { ...NO_COLUMNS, start: "moment", input: "input" };
    const from = Date.UTC(2026, 0, 1);
    const selection = await selectionOf("default.times", mapping, { from });
    expect((await summarized(selection)).summary.lines).toMatchObject([{ month, inUncached: 7 }]);
  });

  it.each([
    // Which of the two is the month, nobody knows.
    ["moment String", "'07/01/2026'", "its time cannot be read"],
    ["moment String", "'12:30'", "its time cannot be read"],
    ["moment UInt64", "0", "its time cannot be read"],
    ["moment UInt64", "18446744073709551615", "its time cannot be read"],
    ["moment Date32", "'1950-07-01'", "its time cannot be read"],
    // 2^53 + 1, which is no number of tokens.
    ["input UInt64", "9007199254740993", "a number in it cannot be read"],
    ["input String", "'inf'", "a number in it cannot be read"],
    ["cost String", "'-'", "a number in it cannot be read"],
    // Beyond 128 bits in billionths.
    ["cost String", "'9999999999999999999999999999999999'", "a number in it cannot be read"],
  ])(
    "leaves out, and never reads as another, what is no value: %s of %s",
    async (column, value, because) => {
      const name = column.split(" ")[0] ?? "";
      const all = {
        moment: "toDateTime('2026-07-01 12:00:00', 'UTC')",
        input: "7",
        cost: "'1.5'",
        [name]: `CAST(${value} AS ${column.slice(name.length + 1)})`,
      };
      const columns = Object.entries(all).map(([as, expression]) => `${expression} AS ${as}`);
      await server().run(
        `CREATE OR REPLACE TABLE wrong ENGINE = MergeTree ORDER BY tuple() AS SELECT ${columns.join(", ")}, '' AS note`,
      );
      const mapping = { ...NO_COLUMNS, start: "moment", input: "input", cost: "cost" };
      const { summary, leftOut } = await summarized(await selectionOf("default.wrong", mapping));
      expect(summary.lines).toEqual([]);
      expect(leftOut).toMatchObject([{ because, rows: 1 }]);
    },
  );

  it.each(["String", "Nullable(DateTime('UTC'))"])(
    "tells of rows without a time whatever the period: %s",
    async (type) => {
      await server().run(
        `CREATE OR REPLACE TABLE untimed ENGINE = MergeTree ORDER BY tuple() AS SELECT CAST(if(number = 0, ${type === "String" ? "'soon'" : "NULL"}, '2026-07-0' || toString(number) || ' 12:00:00') AS ${type}) AS moment, 7 AS input, '' AS note FROM numbers(3)`,
      );
      const mapping = { ...NO_COLUMNS, start: "moment", input: "input" };
      const [from, until] = [Date.UTC(2026, 6, 2), Date.UTC(2026, 7, 1)];
      const selection = await selectionOf("default.untimed", mapping, { from, until });
      const { summary, leftOut } = await summarized(selection);
      expect(summary.lines).toMatchObject([{ month: "2026-07", requests: 1 }]);
      expect(leftOut).toMatchObject([{ because: "its time cannot be read", rows: 1 }]);
    },
  );

  it("has customers by a key of numbers, and of nobody where the key is not there", async () => {
    await server().run(
      "CREATE TABLE keyed ENGINE = MergeTree ORDER BY tuple() AS SELECT toDateTime('2026-07-01 12:00:00', 'UTC') AS moment, if(number = 0, map(), map('account', 40 + number)) AS tags, 7 AS input, '' AS note FROM numbers(3)",
    );
    const mapping = { ...NO_COLUMNS, start: "moment", input: "input" };
    const { source } = await selectionOf("default.keyed", mapping);
    const [customer = null] = await warehouse().customers(source, never());
    expect(customer?.label).toBe("tags: account");
    const { summary } = await summarized(await selectionOf("default.keyed", mapping, { customer }));
    const ids = summary.lines.map(({ customerId }) => customerId);
    expect(new Set(ids)).toEqual(new Set(["41", "42", null]));
  });

  it("reads names that are filled up with zeros, or are no text, as they come here", async () => {
    await server().run(
      "CREATE TABLE bytes ENGINE = MergeTree ORDER BY tuple() AS SELECT toDateTime('2026-07-01 12:00:00', 'UTC') AS moment, toFixedString('acme', 8) AS customer, unhex(model) AS model, 7 AS input FROM values('model String', '6770742D346F', 'FF')",
    );
    const mapping = { ...NO_COLUMNS, start: "moment", customer: "customer", model: "model" };
    const selection = await selectionOf("default.bytes", { ...mapping, input: "input" });
    const { summary } = await summarized(selection);
    expect(summary.lines).toMatchObject([
      { customerId: "acme", model: "gpt-4o", requests: 1 },
      { customerId: "acme", model: "\ufffd", requests: 1 },
    ]);
  });

  it("leaves out what cannot be read, and says so", async () => {
    await server().run(
      "CREATE TABLE faulty ENGINE = MergeTree ORDER BY tuple() AS SELECT toDateTime('2026-07-01 12:00:00', 'UTC') AS moment, input, cached, '1.5' AS cost FROM values('input String, cached String', ('many', '0'), ('5', '6'), ('5', '5'), ('', ''))",
    );
    const mapping: TableMapping = {
      ...{ ...NO_COLUMNS, start: "moment", input: "input", cacheRead: "cached", cost: "cost" },
      cached: "included",
    };
    const { summary, leftOut } = await summarized(await selectionOf("default.faulty", mapping));
    expect(summary.lines).toMatchObject([{ requests: 2, inUncached: 0, inCacheRead: 5 }]);
    expect([...leftOut].sort((a, b) => (a.because < b.because ? -1 : 1))).toEqual([
      { because: "a number in it cannot be read", rows: 1, amounts: { USD: 1_500_000_000n } },
      {
        because: "it has more cached tokens than the input that includes them",
        rows: 1,
        amounts: { USD: 1_500_000_000n },
      },
    ]);
  });

  it("may hold hundreds of models, and says where there are too many for one query", async () => {
    const withModels = async (count: number) => {
      await server().run(
        `CREATE OR REPLACE TABLE models ENGINE = MergeTree ORDER BY tuple() AS SELECT toDateTime('2026-07-01 12:00:00', 'UTC') AS moment, concat('our-own-model-', toString(number)) AS model, 7 AS input FROM numbers(${count})`,
      );
      const mapping = { ...NO_COLUMNS, start: "moment", model: "model", input: "input" };
      return selectionOf("default.models", mapping);
    };
    expect((await summarized(await withModels(300))).unpriced).toHaveLength(300);
    await expect(summarized(await withModels(3_000))).rejects.toThrow(
      "There are 3000 different models, providers and tiers in this usage, which is more than one query can take.",
    );
  });

  it("says which column is missing", async () => {
    const selection = await selectionOf("default.usage", { ...MAPPING, output: "no such" });
    await expect(summarized(selection)).rejects.toThrow('The table has no column "no such".');
  });

  it("is not guessed at: whether input includes cached tokens has to be said", async () => {
    const selection = await selectionOf("default.usage", { ...MAPPING, cached: null });
    await expect(summarized(selection)).rejects.toThrow("Say whether it does");
  });

  it("is still there after names that are statements", async () => {
    expect(await server().run("SELECT count() FROM usage")).toBe(`${ROWS}\n`);
  });

  /** The statements in a text, each without its title. */
  const statementsIn = (text: string) =>
    text.split(/^-- .*$/m).flatMap((each) => each.trim().replace(/;$/, "") || []);

  it("is summed up by statements that can be run as they are shown, elsewhere too", async () => {
    const selection = await selectionOf("default.usage");
    const { clickHouse, portable } = await warehouse().statements(selection, {}, never());
    const [, ...onServer] = statementsIn(clickHouse);
    const elsewhere = statementsIn(portable);
    expect(elsewhere).toHaveLength(onServer.length);
    const database = await nodeDuckDb();
    const csv = await server().run("SELECT * FROM usage ORDER BY moment FORMAT CSV");
    await database.run('CREATE SCHEMA "default"');
    const columns = [
      ...[
        ["moment", "TIMESTAMP"],
        ["customer", "VARCHAR"],
        ["trace", "VARCHAR"],
        ["model", "VARCHAR"],
      ],
      ...[
        ["provider", "VARCHAR"],
        ["input", "BIGINT"],
        ["cached", "BIGINT"],
        ["output", "BIGINT"],
      ],
      ["cost", "DECIMAL(18, 12)"],
    ].map(([name = "", type = ""]) => [name, type] as const);
    await database.run(
      `CREATE TABLE "default"."usage" (${columns.map((column) => column.join(" ")).join(", ")})`,
    );
    const bytes = new TextEncoder().encode(csv.replaceAll("\\N", ""));
    await database.append('"default"."usage"', columns, bytes);
    for (const [index, sql] of onServer.entries()) {
      const { rows } = await connection.query(sql, { signal: never() });
      const same = await database.query(elsewhere[index] ?? "");
      expect(rounded(same)).toEqual(rounded(rows));
      expect(rows.length).toBeGreaterThan(40);
    }
    database.close();
  });
});

const NO_COLUMNS: TableMapping = {
  ...{ start: "", customer: null, model: null, provider: null, trace: null, input: null },
  ...{ cacheRead: null, cacheWrite: null, output: null, reasoning: null, cached: "apart" },
  ...{ cost: null, costUnit: "dollars", currency: "USD" },
};

/** Rows in one order, numbers to 12 digits. */
function rounded(rows: readonly (readonly SqlValue[])[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(row.map((each) => (typeof each === "number" ? each.toPrecision(12) : each))),
    )
    .sort();
}
