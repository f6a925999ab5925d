import { READER, TUNER, WRITER } from "./clickhouse";
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
});
