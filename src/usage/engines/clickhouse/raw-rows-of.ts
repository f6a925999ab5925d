import { ClickHouseError } from "./connection";
import type { SqlValue } from "../sql-database";
import { heliconeRows } from "./sources/helicone";
import { detailKeysQuery, detailNotes, langfuseRows } from "./sources/langfuse";
import { mappedRows } from "./sources/mapped";
import { otelRows, possibleTotalsQuery } from "./sources/otel-traces";
import type { RawRows } from "./sources/raw-rows";
import { type ServerTable, tableText } from "./sources/table";
import type { WarehouseSelection } from "./warehouse";

/** Asks the server, and gives the rows of the answer. */
export type Ask = (sql: string) => Promise<readonly (readonly SqlValue[])[]>;

/** The rows that a selection names, and what its reader must know of them. */
export interface FoundRows {
  readonly table: ServerTable;
  readonly raw: RawRows;
  readonly notes: readonly string[];
}

/** How the rows of a selection are read; what has to be known of them is asked of the server. */
export async function rawRowsOf(
  tables: readonly ServerTable[],
  selection: WarehouseSelection,
  ask: Ask,
): Promise<FoundRows> {
  const { source, mapping } = selection;
  const table = tables.find((each) => tableText(each) === source.table);
  if (table === undefined) {
    throw new ClickHouseError(
      "missing",
      `${source.table} is not on the server, or you may not read it.`,
    );
  }
  switch (source.kind) {
    case "langfuse-events":
    case "langfuse-observations": {
      const rows = await ask(detailKeysQuery(table, selection));
      const keys = rows.map(([key]) => String(key));
      const traces = tables.find(
        ({ database, name }) => database === table.database && name === "traces",
      );
      return { table, raw: langfuseRows(table, traces, selection, keys), notes: detailNotes(keys) };
    }
    case "otel-traces": {
      const [row] = await ask(possibleTotalsQuery(table, selection));
      return { table, raw: otelRows(table, selection, Number(row?.[0] ?? 0) > 0), notes: [] };
    }
    case "helicone":
      return { table, raw: heliconeRows(table, selection), notes: [] };
    case "mapped":
      if (mapping === undefined) throw new ClickHouseError("query", "Say which column holds what.");
      return { table, raw: mappedRows(table, selection, mapping), notes: [] };
  }
}
