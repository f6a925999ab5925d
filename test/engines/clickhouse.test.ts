import { findClickHouse, READER, startClickHouse, TUNER, WRITER } from "./clickhouse";
import { describeWithClickHouse } from "./describe-with-clickhouse";

describeWithClickHouse("the ClickHouse that tests ask", (server) => {
  test("answers, writes and reads", async () => {
    await server().run("CREATE TABLE t (x UInt64) ENGINE = MergeTree ORDER BY x");
    await server().run("INSERT INTO t SELECT number FROM numbers(10)");
    expect(await server().run("SELECT sum(x) FROM t")).toBe("45\n");
  });

  test("has users who may read alone", async () => {
    for (const [login, kind] of [
      [WRITER, "0"],
      [READER, "1"],
      [TUNER, "2"],
    ] as const) {
      const response = await fetch(server().url, {
        method: "POST",
        headers: {
          authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`,
        },
        body: "SELECT getSetting('readonly')",
      });
      expect(await response.text()).toBe(`${kind}\n`);
    }
  });

  test("asks another as its shard", async () => {
    const library = findClickHouse();
    if (library === undefined) throw new Error("the suite would not run without it");
    const other = await startClickHouse(library);
    await other.run("CREATE TABLE shard (x UInt64) ENGINE = MergeTree ORDER BY x");
    await other.run("INSERT INTO shard SELECT number FROM numbers(4)");
    const shard = `remote('${other.native}', 'default', 'shard', '${WRITER.user}', '${WRITER.password}')`;
    // 0 + 1 + 2 + 3 = 6.
    expect(await server().run(`SELECT sum(x) FROM ${shard}`)).toBe("6\n");
    await other.stop();
  });
});
