import type {
  ClickHouseConnection,
  ClickHouseServer,
} from "../../../../src/usage/engines/clickhouse/connection";
import { ClickHouseError } from "../../../../src/usage/engines/clickhouse/connection";
import { openClickHouse } from "../../../../src/usage/engines/clickhouse/open-clickhouse";
import type { TestClickHouse } from "../../../engines/clickhouse";

/** Runs for hours, if it is let. */
export const ENDLESS =
  "SELECT count() FROM numbers(1000000000000) WHERE NOT ignore(sipHash64(number))";

export function never(): AbortSignal {
  return new AbortController().signal;
}

export function open(
  url: string,
  login: Pick<ClickHouseServer, "user" | "password">,
  database = "default",
): Promise<ClickHouseConnection> {
  return openClickHouse({ url, ...login, database }, undefined);
}

/** What a promise fails with, which must be one of ours. */
export async function faultOf(work: Promise<unknown>): Promise<ClickHouseError> {
  const error = await work.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof ClickHouseError) return error;
  throw error;
}

/** How many queries run on a server besides this question. */
export async function running(server: TestClickHouse): Promise<number> {
  const count = "SELECT count() FROM system.processes WHERE query LIKE '%sipHash64%'";
  return Number(await server.run(`${count} AND query NOT LIKE '%system.processes%'`));
}

/** Starts a query, and holds once the server is at it. */
export async function begin(
  server: TestClickHouse,
  connection: ClickHouseConnection,
  sql: string,
  signal = never(),
): Promise<{ readonly result: Promise<unknown> }> {
  const result = connection.query(sql, { signal });
  let isOver = false;
  result.catch(() => {
    isOver = true;
  });
  while (!isOver && (await running(server)) === 0);
  return { result };
}
