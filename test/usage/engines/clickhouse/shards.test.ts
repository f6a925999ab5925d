import type { ClickHouseConnection } from "../../../../src/usage/engines/clickhouse/connection";
import { openWarehouse } from "../../../../src/usage/engines/clickhouse/open-warehouse";
import { mappedSource } from "../../../../src/usage/engines/clickhouse/sources/mapped";
import type { TableMapping } from "../../../../src/usage/engines/clickhouse/warehouse";
import {
  findClickHouse,
  READER,
  startClickHouse,
  type TestClickHouse,
  WRITER,
} from "../../../engines/clickhouse";
import { describeWithClickHouse } from "../../../engines/describe-with-clickhouse";
import { never, open } from "./asking";
import { expectSame } from "./same-summary";

/** A table of two months: traces of ten requests, and customers with several. */
const table = (
  name: string,
  which: string,
) => `CREATE TABLE ${name} ENGINE = MergeTree ORDER BY moment AS
  SELECT toDateTime('2026-01-01 00:00:00', 'UTC') + toIntervalSecond(number * 250) AS moment,
    concat('customer ', toString(intDiv(number, 10) % 30)) AS customer,
    if(number % 10 = 0, '', concat('trace ', toString(intDiv(number, 10)))) AS trace,
    ['claude-sonnet-4-5', 'gpt-4o-mini', 'nobody knows'][cityHash64(number, 1) % 3 + 1] AS model,
    toUInt32(cityHash64(number, 2) % 20000) AS input, toUInt32(cityHash64(number, 3) % 2000) AS output
  FROM numbers(20000) WHERE ${which}`;

const MAPPING: TableMapping = {
  start: "moment",
  customer: "customer",
  trace: "trace",
  model: "model",
  provider: null,
  input: "input",
  cacheRead: null,
  cacheWrite: null,
  cached: null,
  output: "output",
  reasoning: null,
  cost: null,
  costUnit: "dollars",
  currency: "USD",
};

describeWithClickHouse("usage on two servers", (server) => {
  let other: TestClickHouse | undefined;
  let connection: ClickHouseConnection;

  beforeAll(async () => {
    other = await startClickHouse(findClickHouse() ?? "");
    connection = await open(server().url, READER);
    // Which server has a row is chance: most traces are on both.
    await server().run(table("whole", "1"));
    await server().run(table("shard", "cityHash64(number, 9) % 2 = 0"));
    await other.run(table("shard", "cityHash64(number, 9) % 2 = 1"));
    const [one, two] = [server().native, other.native];
    await server().run(
      `CREATE TABLE both AS remote('${one},${two}', 'default', 'shard', '${WRITER.user}', '${WRITER.password}')`,
    );
  });
  afterAll(async () => {
    connection.close();
    await other?.stop();
  });

  const summed = async (name: string) => {
    const warehouse = openWarehouse(connection);
    const { others } = await warehouse.find(never());
    const found = others.find((each) => each.table === name);
    if (!found) throw new Error(`there is no ${name}`);
    const bounds = { customer: null, from: null, until: null };
    const selection = { source: mappedSource(found), mapping: MAPPING, ...bounds };
    return warehouse.summarize(selection, {}, { signal: never(), onProgress: () => undefined });
  };

  it("comes to what it does on one, with traces that both have a part of", async () => {
    const both = await summed("default.both");
    // Nine of ten rows belong to 2,000 traces; the others are tasks of their own.
    expect(both.summary.profile?.tasks).toBe(2_000);
    expectSame(both, await summed("default.whole"));
  });
});
