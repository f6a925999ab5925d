import { clickHouseDialect } from "../../../../src/usage/engines/clickhouse/dialect";
import { tableText } from "../../../../src/usage/engines/clickhouse/sources/table";
import type { SqlRows } from "../../../../src/usage/engines/prices/price-rows";
import { PORTABLE } from "../../../../src/usage/engines/sql/portable";
import { nodeDuckDb } from "../node-duckdb";

const ROWS: SqlRows = {
  columns: [
    ["label", "VARCHAR"],
    ["amount", "BIGINT"],
    ["flag", "BOOLEAN"],
  ],
  rows: [
    ["it's \\", 9007199254740993n, true],
    ["'; DROP TABLE usage; --", null, false],
  ],
};

describe("names and texts in a query", () => {
  it.each([
    ["plain", "'plain'"],
    ["it's", "'it\\'s'"],
    ["back\\slash", "'back\\\\slash'"],
    ["'; DROP TABLE usage; --", "'\\'; DROP TABLE usage; --'"],
    ["\\'", "'\\\\\\''"],
    ["nul\0", "'nul\\0'"],
  ])("end where they are meant to in ClickHouse: %j", (text, written) => {
    expect(clickHouseDialect().literal(text)).toBe(written);
  });

  it("are names in backticks there, whatever is in them", () => {
    expect(clickHouseDialect().name("a`b\\c'd")).toBe("`a\\`b\\\\c\\'d`");
  });

  it("are written as the standard says elsewhere", () => {
    expect(PORTABLE.literal("it's \\")).toBe("'it''s \\'");
    expect(PORTABLE.name('a"b')).toBe('"a""b"');
  });

  it("name a table as people do, in backticks where its names need them", () => {
    expect(tableText({ database: "default", name: "otel_traces" })).toBe("default.otel_traces");
    expect(tableText({ database: "my db", name: "a.b" })).toBe("`my db`.`a.b`");
  });
});

describe("rows in the text of a query", () => {
  it("are lists of one type in ClickHouse, which take few words", () => {
    expect(clickHouseDialect().inlined(ROWS)).toBe(
      "(SELECT label, amount, flag FROM system.one ARRAY JOIN\n" +
        "  CAST(['it\\'s \\\\', '\\'; DROP TABLE usage; --'] AS Array(String)) AS label,\n" +
        "  CAST([9007199254740993, NULL] AS Array(Nullable(Int64))) AS amount,\n" +
        "  CAST([true, false] AS Array(Bool)) AS flag)",
    );
  });

  it("are rows of every other engine, none of them lost or changed", async () => {
    const database = await nodeDuckDb();
    const text = (rows: SqlRows) =>
      database.query(
        `SELECT label, CAST(amount AS VARCHAR), flag FROM ${PORTABLE.inlined(rows)} AS inlined`,
      );
    expect(await text(ROWS)).toEqual([
      ["it's \\", "9007199254740993", true],
      ["'; DROP TABLE usage; --", null, false],
    ]);
    expect(await text({ ...ROWS, rows: [] })).toEqual([]);
    database.close();
  });
});
