import {
  findClickHouse,
  GUEST,
  READER,
  startClickHouse,
  TUNER,
  VISITOR,
  WRITER,
} from "../../../engines/clickhouse";
import { wireTo } from "../../../engines/clickhouse-proxy";
import { describeWithClickHouse } from "../../../engines/describe-with-clickhouse";
import { begin, ENDLESS, faultOf, never, open, running } from "./asking";

describeWithClickHouse("what a ClickHouse refuses", (server) => {
  beforeAll(async () => {
    await server().run("CREATE DATABASE open");
    await server().run("CREATE TABLE open.usage (model String) ENGINE = MergeTree ORDER BY model");
    await server().run("CREATE TABLE bills (sum UInt64) ENGINE = MergeTree ORDER BY sum");
  });

  const fault = async (sql: string, login: typeof READER) =>
    faultOf((await open(server().url, login)).query(sql, { signal: never() }));

  test.each([
    ["a wrong password", { ...READER, password: "wrong" }],
    ["no password", { ...READER, password: "" }],
    ["an unknown user", { ...READER, user: "nobody" }],
  ])("is %s", async (_, login) => {
    const connection = await open(server().url, login);
    const asks = [
      () => connection.test(never()),
      () => connection.query("SELECT 1", { signal: never() }),
    ];
    for (const ask of asks) {
      expect(await faultOf(ask())).toMatchObject({
        kind: "password",
        message: "The server knows no such user with this password.",
      });
    }
  });

  test("is a table without rights, and tells the right to give", async () => {
    expect(await fault("SELECT sum FROM default.bills", GUEST)).toMatchObject({
      kind: "rights",
      message: expect.stringContaining("default.bills"),
      advice: "GRANT SELECT ON default.bills TO guest",
    });
  });

  test("is a setting of a user who may set nothing", async () => {
    expect(await fault("SELECT 1 SETTINGS max_threads = 1", READER)).toMatchObject({
      kind: "rights",
      message: expect.stringContaining("'max_threads'"),
    });
  });

  test.each([
    ["a table", "SELECT 1 FROM open.nothing", "nothing"],
    ["a column", "SELECT customer FROM open.usage", "customer"],
    ["a database", "SELECT 1 FROM nowhere.usage", "nowhere"],
  ])("is %s that is missing", async (_, sql, name) => {
    const { kind, message } = await fault(sql, READER);
    expect([kind, message]).toEqual(["missing", expect.stringContaining(name)]);
    expect(message).not.toContain("SELECT");
  });

  test("is a database that is missing from the start", async () => {
    const connection = await open(server().url, READER, "nowhere");
    expect(await faultOf(connection.test(never()))).toMatchObject({ kind: "missing" });
  });

  test.each([
    [
      "memory",
      "SELECT groupArray(number) FROM numbers(10000000) SETTINGS max_memory_usage = 1000000",
      "memory",
    ],
    [
      "time",
      "SELECT sum(sleepEachRow(0.01)) FROM numbers(1000) SETTINGS max_block_size = 1, max_execution_time = 0.1",
      "too-long",
    ],
    [
      "rows",
      "SELECT count() FROM numbers(1000) WHERE number > 1 SETTINGS max_rows_to_read = 10",
      "query",
    ],
    ["functions", "SELECT noSuchFunction(1)", "version"],
    ["syntax", "SELECT FROM WHERE", "query"],
  ])("is more %s than there is", async (_, sql, kind) => {
    const { kind: found, message } = await fault(sql, TUNER);
    expect([found, message]).toEqual([kind, expect.not.stringContaining("DB::Exception")]);
    expect(message.length).toBeLessThan(500);
  });

  test.each([
    // Blocks have 65,536 rows, so some are on the way before it fails; what is compressed waits for more.
    ["in the server's words where rows come as they are", TUNER, 300_000, "query", "out of luck"],
    [
      "as broken off where they come compressed",
      READER,
      900_000,
      "broken-off",
      "The answer broke off",
    ],
  ])("is told when rows have come already: %s", async (_, login, row, kind, words) => {
    const sql = `SELECT sipHash64(number), throwIf(number = ${row}, 'out of luck') FROM numbers(1000000)`;
    expect(await fault(sql, login)).toMatchObject({
      kind,
      message: expect.stringContaining(words),
    });
  });

  test.each([
    ["as they are", TUNER],
    ["compressed", READER],
  ])(
    "is told in the server's words when it fails after a while, before rows come %s",
    async (_, login) => {
      const sql =
        "SELECT sum(sleepEachRow(0.0001)), throwIf(count() = 3000, 'out of luck') FROM numbers(3000)";
      expect(await fault(sql, login)).toMatchObject({
        kind: "query",
        message: expect.stringContaining("out of luck"),
      });
    },
  );

  test("is a query that somebody else ends", async () => {
    const connection = await open(server().url, READER);
    const { result } = await begin(server(), connection, ENDLESS);
    await server().run("KILL QUERY WHERE user = 'reader' SYNC");
    expect(await faultOf(result)).toMatchObject({ kind: "broken-off" });
  });

  test.each([
    [String.raw`it's "quoted"; DROP TABLE open.usage; --`],
    [String.raw`back\slash\n`],
    ["`tick` /* comment"],
  ])("is nothing of the value and the column %s", async (text) => {
    const escaped = text.replace(/\\/g, "\\\\");
    const value = escaped.replace(/'/g, "\\'");
    const name = escaped.replace(/`/g, "\\`");
    const connection = await open(server().url, WRITER);
    const { rows } = await connection.query(`SELECT '${value}' AS \`${name}\``, {
      signal: never(),
    });
    expect(rows).toEqual([[text]]);
    expect(await server().run("EXISTS TABLE open.usage")).toBe("1\n");
    const missing = `SELECT \`${name} \` FROM open.usage`;
    expect((await faultOf(connection.query(missing, { signal: never() }))).kind).toBe("missing");
  });

  test("is nothing when the connection is cut in mid-query: it is told, and the query ended", async () => {
    const wire = await wireTo(server().url);
    const connection = await open(wire.url, READER);
    const { result } = await begin(server(), connection, ENDLESS);
    wire.cutAfter(0);
    expect(await faultOf(result)).toMatchObject({
      kind: "broken-off",
      message:
        "The answer broke off: the connection was cut, or the server has stopped or failed. The query does not run there any more.",
    });
    expect(await running(server())).toBe(0);
    await wire.close();
  });

  test("is a query that a browser sends again, and it is ended", async () => {
    const connection = await open(server().url, READER);
    await connection.test(never());
    const id = "11111111-2222-4333-8444-555555555555";
    const once = jest.spyOn(crypto, "randomUUID").mockReturnValueOnce(id);
    const { result } = await begin(server(), connection, ENDLESS);
    once.mockReturnValueOnce(id);
    const again = connection.query(ENDLESS, { signal: never() });
    expect(await Promise.all([faultOf(result), faultOf(again)])).toMatchObject([
      { kind: "broken-off" },
      { kind: "broken-off" },
    ]);
    once.mockRestore();
    expect(await running(server())).toBe(0);
  });

  test("is nothing when the connection is cut in the middle of the answer: no shorter table is given", async () => {
    const wire = await wireTo(server().url);
    const connection = await open(wire.url, READER);
    await connection.test(never());
    wire.cutAfter(100_000);
    const result = connection.query("SELECT sipHash64(number) FROM numbers(1000000)", {
      signal: never(),
    });
    expect((await faultOf(result)).kind).toBe("broken-off");
    await wire.close();
  });

  test("is to end a query for a user who may neither look at queries nor set anything", async () => {
    const connection = await open(server().url, VISITOR);
    const abort = new AbortController();
    const { result } = await begin(server(), connection, ENDLESS, abort.signal);
    abort.abort(new Error("the user has cancelled"));
    expect(await faultOf(result)).toMatchObject({
      kind: "not-stopped",
      message: "The server did not confirm that the query is gone: it may still run there.",
      advice: expect.stringMatching(/^KILL QUERY WHERE query_id = '[-0-9a-f]{36}' SYNC\n/),
    });
    await server().run("KILL QUERY WHERE user = 'visitor' SYNC");
  });

  test("never tells the password: in no error, no address, no body and no line of the console", async () => {
    const spoken: unknown[] = [];
    for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
      jest.spyOn(console, method).mockImplementation((...words) => spoken.push(...words));
    }
    const wire = await wireTo(server().url);
    const errors: unknown[] = [];
    for (const login of [WRITER, READER, TUNER, GUEST]) {
      const connection = await open(wire.url, login);
      for (const sql of [
        "SELECT 1",
        "SELECT nothing",
        "SELECT 1 FROM default.bills",
        "SELECT throwIf(number = 300000) FROM numbers(600000)",
        `SELECT throwIf(1, '${login.password.replace(/[\\']/g, "\\$&")}')`,
      ]) {
        const run = { signal: never(), timeLimitSeconds: 30 };
        await connection.query(sql, run).catch((error: unknown) => errors.push(error));
      }
      const wrong = await open(wire.url, { ...login, user: "nobody" });
      await wrong.test(never()).catch((error: unknown) => errors.push(error));
    }
    jest.restoreAllMocks();
    expect(spoken).toEqual([]);
    expect(errors.length).toBeGreaterThan(10);
    const told = errors.map((error) =>
      error instanceof Error
        ? [error.message, error.stack, JSON.stringify(error), String(error.cause)].join("\n")
        : String(error),
    );
    // The query that holds a password itself is left out: what it sends is the user's own.
    const sent = wire
      .sent()
      .split("\r\n\r\n")
      .filter((part) => !part.includes("throwIf(1,"))
      .join("\n");
    for (const { password } of [WRITER, READER, TUNER, GUEST]) {
      const forms = [
        password,
        encodeURIComponent(password),
        Buffer.from(password).toString("latin1"),
      ];
      for (const form of forms) {
        expect(told.filter((text) => text.includes(form))).toEqual([]);
        expect(sent.includes(form)).toBe(false);
      }
    }
    expect(sent).toMatch(/authorization: Basic /i);
    await wire.close();
  });

  test("is told when the server is killed in mid-query", async () => {
    const library = findClickHouse();
    if (library === undefined) throw new Error("the suite would not run without it");
    const victim = await startClickHouse(library);
    const connection = await open(victim.url, READER);
    const { result } = await begin(victim, connection, ENDLESS);
    process.kill(victim.pid, "SIGKILL");
    expect(await faultOf(result)).toMatchObject({
      kind: "broken-off",
      message: expect.stringContaining(
        "The answer broke off: the connection was cut, or the server has stopped or failed.",
      ),
    });
    expect(await faultOf(connection.query("SELECT 1", { signal: never() }))).toMatchObject({
      kind: "broken-off",
    });
    await victim.stop();
  });
});
