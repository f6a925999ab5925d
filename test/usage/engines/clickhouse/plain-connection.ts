import type { ClickHouseConnection } from "../../../../src/usage/engines/clickhouse/connection";
import { ClickHouseError } from "../../../../src/usage/engines/clickhouse/connection";
import type { SqlValue } from "../../../../src/usage/engines/sql-database";

/** A connection without anything around it: it asks as a user who may read alone. */
export function plainConnection(
  url: string,
  { user, password }: { readonly user: string; readonly password: string },
): ClickHouseConnection {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  return {
    test: () => Promise.reject(new Error("not needed")),
    query: async (sql, { signal }) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { authorization, "X-ClickHouse-Format": "JSONCompactEachRow" },
        body: sql,
        signal,
      });
      const text = await response.text();
      if (!response.ok) throw new ClickHouseError("query", text);
      const lines = text.split("\n").filter((line) => line !== "");
      const rows = lines.map((line) => JSON.parse(line) as SqlValue[]);
      return { rows, bytesReceived: Buffer.byteLength(text) };
    },
    close: () => undefined,
  };
}
