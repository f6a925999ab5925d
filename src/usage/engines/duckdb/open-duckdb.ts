import type { SqlDatabase, SqlValue } from "../sql-database";
import { appendStatement, PREPARATIONS, rowsOf } from "./statements";

/** Where DuckDB's own files stand. */
export interface DuckDbFiles {
  readonly worker: URL;
  readonly module: URL;
}

const BOOT_SECONDS = 60;

/** The result of work, or an error where it does not settle in time. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const hint =
        "The page's Content-Security-Policy has to allow 'wasm-unsafe-eval' and workers.";
      reject(new Error(`The database did not start within ${BOOT_SECONDS} seconds. ${hint}`));
    }, BOOT_SECONDS * 1000);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts DuckDB in a worker of its own. Where it may not compile its module it never answers,
 * so its start is timed.
 */
export async function openDuckDb(files: DuckDbFiles): Promise<SqlDatabase> {
  const { AsyncDuckDB, VoidLogger } = await import("@duckdb/duckdb-wasm");
  const worker = new Worker(files.worker);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const start = async () => {
    await database.instantiate(files.module.href);
    await database.open({ path: ":memory:" });
    return database.connect();
  };
  const connection = await inTime(start()).catch((error: unknown) => {
    worker.terminate();
    throw error;
  });
  const query = async (sql: string, signal?: AbortSignal): Promise<SqlValue[][]> => {
    signal?.throwIfAborted();
    const cancel = () => void connection.cancelSent();
    signal?.addEventListener("abort", cancel);
    try {
      const rows: SqlValue[][] = [];
      for await (const batch of await connection.send(sql, true)) {
        for (const row of rowsOf(batch)) rows.push(row);
      }
      return rows;
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  };
  for (const statement of PREPARATIONS) await query(statement);
  let batches = 0;
  return {
    query,
    run: async (sql, signal) => void (await query(sql, signal)),
    async append(table, columns, csv) {
      const name = `batch-${++batches}.csv`;
      await database.registerFileBuffer(name, csv);
      try {
        await query(appendStatement(table, columns, name));
      } finally {
        await database.dropFile(name);
      }
    },
    close: () => worker.terminate(),
  };
}
