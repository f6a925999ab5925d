import { plainUsage } from "../../../../src/usage";
import { openWarehouse } from "../../../../src/usage/engines/clickhouse/open-warehouse";
import { mappedSource } from "../../../../src/usage/engines/clickhouse/sources/mapped";
import type {
  TableMapping,
  WarehouseSelection,
} from "../../../../src/usage/engines/clickhouse/warehouse";
import { READER, type TestClickHouse } from "../../../engines/clickhouse";
import { describeWithClickHouse } from "../../../engines/describe-with-clickhouse";
import { fileOf, loadAll, nodeEngine, QUIET, summaryOf } from "../engines";
import { plainConnection } from "./plain-connection";
import { expectSame } from "./same-summary";

const ROWS = 30_000;

/** Names that would end a text or begin a statement, were they not quoted. */
const NAMES = ["it's", "back\\slash", "\\'; DROP TABLE usage; --", 'quo"ted', "tick`s", "Zoë 🐢"];

const literal = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/**
 * Rows of three months: customers with strange names and some without, every third request
 * without a trace, models with and without prices, long prompts, and a cost in every fourth.
 */
const TABLE = `CREATE TABLE usage ENGINE = MergeTree ORDER BY at AS SELECT
  toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(number * 240) AS at,
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
  start: "at",
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
  const warehouse = () => openWarehouse(plainConnection(server().url, READER));
  const selectionOf = async (
    table: string,
    mapping: TableMapping = MAPPING,
    given: Partial<WarehouseSelection> = {},
  ): Promise<WarehouseSelection> => {
    const { others } = await warehouse().find(QUIET.signal);
    const found = others.find((each) => each.table === table);
    if (!found) throw new Error(`${table} is not among ${others.map((each) => each.table).join()}`);
    const source = mappedSource(found);
    return { source, mapping, customer: null, from: null, until: null, ...given };
  };
  const summarized = async (selection: WarehouseSelection, options = {}) =>
    warehouse().summarize(selection, options, QUIET);

  /** What the import of the same rows, exported, comes to. */
  async function imported(run: TestClickHouse["run"], where = "1") {
    const engine = await nodeEngine();
    const csv = await run(`SELECT * FROM usage WHERE ${where} FORMAT CSVWithNames`);
    const format = plainUsage(COLUMNS);
    await loadAll(engine, { file: fileOf(csv), format, answers: { zone: "UTC" } });
    const summary = await summaryOf(engine);
    engine.close();
    return summary;
  }

  beforeAll(async () => {
    await server().run(TABLE);
  });

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
    const where = "at >= '2026-01-10 00:00:00' AND at < '2026-02-10 00:00:00'";
    expectSame(found, await imported(server().run, where));
  });

  it("is still there after names that are statements", async () => {
    expect(await server().run("SELECT count() FROM usage")).toBe(`${ROWS}\n`);
  });
});
