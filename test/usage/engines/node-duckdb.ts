import { join } from "node:path";
import {
  createDuckDB,
  type DuckDBBundles,
  NODE_RUNTIME,
  VoidLogger,
} from "@duckdb/duckdb-wasm/blocking";
import {
  appendStatement,
  PREPARATIONS,
  rowsOf,
} from "../../../src/usage/engines/duckdb/statements";
import type { SqlDatabase } from "../../../src/usage/engines/sql-database";

const FOLDER = join(process.cwd(), "node_modules", "@duckdb", "duckdb-wasm", "dist");

const BUNDLES: DuckDBBundles = {
  mvp: { mainModule: join(FOLDER, "duckdb-mvp.wasm"), mainWorker: "" },
  eh: { mainModule: join(FOLDER, "duckdb-eh.wasm"), mainWorker: "" },
};

export interface NodeDuckDb extends SqlDatabase {
  /** Does something while the database sees bytes as a file. */
  readonly withFile: (name: string, bytes: Uint8Array, use: () => Promise<void>) => Promise<void>;
}

/** The DuckDB that ships, without a worker: each statement blocks until it is done. */
export async function nodeDuckDb(): Promise<NodeDuckDb> {
  const database = await createDuckDB(BUNDLES, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => undefined);
  database.open({ path: ":memory:" });
  const connection = database.connect();
  for (const statement of PREPARATIONS) connection.query(statement);
  let batches = 0;
  return {
    run: async (sql, signal) => {
      signal?.throwIfAborted();
      connection.query(sql);
    },
    query: async (sql, signal) => {
      signal?.throwIfAborted();
      return rowsOf(connection.query(sql));
    },
    append: async (table, columns, csv) => {
      const name = `batch-${++batches}.csv`;
      database.registerFileBuffer(name, csv);
      try {
        connection.query(appendStatement(table, columns, name));
      } finally {
        database.dropFile(name);
      }
    },
    async withFile(name, bytes, use) {
      database.registerFileBuffer(name, bytes);
      try {
        await use();
      } finally {
        database.dropFile(name);
      }
    },
    close: () => connection.close(),
  };
}
