import type { ConnectedWarehouse } from "../taskpane/panel-props";
import type { ClickHouseServer } from "../usage/engines/clickhouse/connection";
import { openClickHouse } from "./open-clickhouse";

/** A connection to a server, and what sums usage up on it; their code is loaded with the first. */
export async function connectWarehouse(server: ClickHouseServer): Promise<ConnectedWarehouse> {
  const { openWarehouse } = await import("../usage/engines/clickhouse/open-warehouse");
  const connection = await openClickHouse(server);
  const { test, close } = connection;
  return { ...openWarehouse(connection), test, close };
}
