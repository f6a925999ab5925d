import { GUEST, READER, TUNER, WRITER } from "../../../engines/clickhouse";
import { wireTo } from "../../../engines/clickhouse-proxy";
import { describeWithClickHouse } from "../../../engines/describe-with-clickhouse";
import { begin, ENDLESS, faultOf, never, open, running } from "./asking";

describeWithClickHouse("a connection to ClickHouse", (server) => {
  test.each([
    ["may write", WRITER, 0],
    ["may only read, and set nothing", READER, 1],
    ["may only read, and set something", TUNER, 2],
    ["may read one database", GUEST, 2],
  ])("tells the version to a user who %s", async (_, login, readonly) => {
    const facts = await (await open(server().url, login)).test(never());
    expect(facts).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d/), readonly });
  });

  test.each([
    ["toUInt64(18446744073709551615)", "18446744073709551615"],
    ["toInt64(-9007199254740991)", -9007199254740991],
    ["toUInt64(9007199254740992)", "9007199254740992"],
    ["toUInt64(7)", 7],
    [
      "toInt256('-57896044618658097711785492504343953926634992332820282019728792003956564819968')",
      "-57896044618658097711785492504343953926634992332820282019728792003956564819968",
    ],
    ["CAST(9007199254740993 AS Nullable(UInt64))", "9007199254740993"],
    ["toLowCardinality(CAST('12345678901234567890' AS Nullable(String)))", "12345678901234567890"],
    ["toDecimal128('1.23456789012345678', 17)", "1.23456789012345678"],
    ["toDecimal64('-0.000001', 6)", -0.000001],
    ["0.1 + 0.2", 0.30000000000000004],
    ["toFloat64(1e300)", 1e300],
    ["nan", null],
    ["NULL", null],
    ["true", true],
    ["'12345678901234567890'", "12345678901234567890"],
    [
      String.raw`'it''s \"quoted\" \\ 123456789012345678'`,
      String.raw`it's "quoted" \ 123456789012345678`,
    ],
    [String.raw`'two\nlines\r\nand\ta tab\0'`, "two\nlines\r\nand\ta tab\0"],
    ["'Zoë ✓ 漢字 🦆'", "Zoë ✓ 漢字 🦆"],
    ["''", ""],
    ["toDateTime64('2026-11-25 10:20:30.123', 3, 'UTC')", "2026-11-25 10:20:30.123"],
    ["[1, 2]", "[1,2]"],
    ["map('a', 'b')", '{"a":"b"}'],
  ])("gives %s as it is", async (sql, value) => {
    const { rows } = await (
      await open(server().url, READER)
    ).query(`SELECT ${sql}`, {
      signal: never(),
    });
    expect(rows).toEqual([[value]]);
  });

  test("gives rows in order with the values in the order of the columns", async () => {
    const sql = "SELECT number AS `2`, -number AS `1`, 'x' AS `2b` FROM numbers(3) ORDER BY number";
    const { rows } = await (await open(server().url, READER)).query(sql, { signal: never() });
    expect(rows).toEqual([
      [0, 0, "x"],
      [1, -1, "x"],
      [2, -2, "x"],
    ]);
  });

  test("gives no rows where there are none, and takes a comment at the end", async () => {
    const connection = await open(server().url, READER);
    const { rows } = await connection.query("SELECT 1 WHERE 0 -- none", { signal: never() });
    expect(rows).toEqual([]);
  });

  test("tells how far the query is in the server's own figures", async () => {
    const told: number[][] = [];
    const connection = await open(server().url, TUNER);
    await connection.query(
      "SELECT sum(sleepEachRow(0.01)) FROM numbers(40) SETTINGS max_block_size = 5",
      {
        signal: never(),
        onProgress: ({ rowsRead, bytesRead, totalRows }) =>
          told.push([rowsRead, bytesRead, totalRows]),
      },
    );
    expect(told.length).toBeGreaterThan(1);
    // A number takes 8 bytes: 40 · 8 = 320.
    expect(told.at(-1)).toEqual([40, 320, 40]);
    const read = told.map(([rows]) => rows ?? 0);
    expect(read).toEqual([...read].sort((a, b) => a - b));
  });

  test.each([
    ["may set nothing", READER],
    ["may read one database", GUEST],
  ])("tells it before the end to a user who %s", async (_, login) => {
    const connection = await open(server().url, login);
    const abort = new AbortController();
    const seen = await new Promise<number>((resolve, reject) => {
      connection
        .query(ENDLESS, {
          signal: abort.signal,
          onProgress: ({ rowsRead }) => {
            resolve(rowsRead);
            abort.abort(new Error("the user has cancelled"));
          },
        })
        .catch(reject);
    });
    expect(seen).toBeGreaterThan(0);
  });

  test("takes 16 MB of names, and counts the bytes", async () => {
    const connection = await open(server().url, READER);
    // 10,000 names of 1,610 characters.
    const sql =
      "SELECT leftPad(toString(number), 10, '0') || repeat('é', 1600) FROM numbers(10000)";
    const { rows, bytesReceived } = await connection.query(sql, { signal: never() });
    expect(rows).toHaveLength(10_000);
    expect(new Set(rows.map(([name]) => name)).size).toBe(10_000);
    expect(rows.every(([name]) => String(name).length === 1_610)).toBe(true);
    // 10,000 · (10 + 1,600 · 2) = 32,100,000 bytes at least, é being two.
    expect(bytesReceived).toBeGreaterThanOrEqual(32_100_000);
  });

  test("takes one name of 4 MB full of quotes", async () => {
    const connection = await open(server().url, READER);
    const sql = String.raw`SELECT repeat('\\"', 1000000) || repeat('\\"', 1000000), toUInt64(18446744073709551615)`;
    const { rows } = await connection.query(sql, { signal: never() });
    expect(rows).toEqual([['\\"'.repeat(2_000_000), "18446744073709551615"]]);
  });

  test.each([
    ["may set nothing", READER],
    ["may set something", TUNER],
    ["may read one database", GUEST],
  ])("ends an aborted query on the server for a user who %s", async (_, login) => {
    const connection = await open(server().url, login);
    const abort = new AbortController();
    const { result } = await begin(server(), connection, ENDLESS, abort.signal);
    expect(await running(server())).toBe(1);
    const reason = new Error("the user has cancelled");
    abort.abort(reason);
    await expect(result).rejects.toBe(reason);
    expect(await running(server())).toBe(0);
  });

  test("ends a query that is aborted before the server is at it", async () => {
    const connection = await open(server().url, READER);
    await connection.test(never());
    const abort = new AbortController();
    const result = connection.query(ENDLESS, { signal: abort.signal });
    const reason = new Error("the user has cancelled");
    abort.abort(reason);
    await expect(result).rejects.toBe(reason);
    expect(await running(server())).toBe(0);
  });

  test("asks nothing once aborted", async () => {
    const wire = await wireTo(server().url);
    const reason = new Error("too late");
    const connection = await open(wire.url, READER);
    const signal = AbortSignal.abort(reason);
    await expect(connection.query("SELECT 1", { signal })).rejects.toBe(reason);
    await expect(connection.test(signal)).rejects.toBe(reason);
    expect(wire.sent()).toBe("");
    await connection.test(never());
    const before = wire.sent();
    await expect(connection.query("SELECT 1", { signal })).rejects.toBe(reason);
    expect(wire.sent()).toBe(before);
    await wire.close();
  });

  test("ends one of two queries alone", async () => {
    const connection = await open(server().url, TUNER);
    const abort = new AbortController();
    const { result: first } = await begin(server(), connection, ENDLESS, abort.signal);
    const second = connection.query(
      "SELECT sum(sleepEachRow(0.01)) FROM numbers(20) SETTINGS max_block_size = 5",
      { signal: never() },
    );
    abort.abort(new Error("the user has cancelled"));
    await expect(first).rejects.toThrow("the user has cancelled");
    expect((await second).rows).toEqual([[0]]);
  });

  test("ends what runs when it is closed, and answers no more", async () => {
    const connection = await open(server().url, READER);
    const { result } = await begin(server(), connection, ENDLESS);
    connection.close();
    expect(await faultOf(result)).toMatchObject({
      kind: "broken-off",
      message: "The connection was closed.",
    });
    expect(await running(server())).toBe(0);
    expect(await faultOf(connection.test(never()))).toMatchObject({
      kind: "broken-off",
      message: "The connection is closed.",
    });
  });

  test.each([
    ["sends the limit to the server where the user may set it", TUNER, true],
    ["keeps the limit itself where the user may not", READER, false],
  ])("%s, and ends the query at it", async (_, login, isSent) => {
    const wire = await wireTo(server().url);
    const connection = await open(wire.url, login);
    const fault = await faultOf(
      connection.query(ENDLESS, { signal: never(), timeLimitSeconds: 0.3 }),
    );
    expect(fault).toMatchObject({
      kind: "too-long",
      message: "The query was ended after 0.3 seconds, its time limit.",
    });
    // The server answers a moment before it strikes the query off its list.
    while ((await running(server())) > 0);
    expect(wire.sent().includes("max_execution_time=0.3")).toBe(isSent);
    await wire.close();
  });

  test("sends nothing beside a query but its id and the database for a user who may set nothing", async () => {
    const wire = await wireTo(server().url);
    await (await open(wire.url, READER)).query("SELECT 1", { signal: never() });
    const lines = wire.sent().match(/^[A-Z]+ \/.*$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line.trim()).toMatch(/^POST \/\?query_id=[0-9a-f-]{36}&database=default HTTP\/1\.1$/);
    }
    await wire.close();
  });

  test("keeps long statements off keepalive, to which browsers allow 64 KiB", async () => {
    const asked = jest.spyOn(globalThis, "fetch");
    const connection = await open(server().url, READER);
    await connection.query(`SELECT 1 /* ${"x".repeat(100_000)} */`, { signal: never() });
    expect(new Set(asked.mock.calls.map(([, request]) => request?.keepalive))).toEqual(
      new Set([false]),
    );
    asked.mockRestore();
  });
});
