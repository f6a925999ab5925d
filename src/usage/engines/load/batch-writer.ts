import type { SqlColumns, SqlDatabase } from "../sql-database";
import { type CsvBytes, csvBytes } from "./csv-bytes";
import { USAGE_COLUMNS } from "./usage-table";

const BATCH = 8 * 1024 * 1024;

/** Gathers lines of CSV and appends them to the table of usage in batches. */
export interface BatchWriter {
  readonly csv: CsvBytes;
  /** Appends what is there once it is enough for a batch. */
  readonly flushWhenFull: () => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Waits until nothing is on its way any more, whatever became of it. */
  readonly settle: () => Promise<void>;
}

/** @param columns those of the table of usage that are written */
export function batchWriter(database: SqlDatabase, columns: SqlColumns): BatchWriter {
  const written = new Set(columns.map(([name]) => name));
  const isKept = USAGE_COLUMNS.map(([name]) => written.has(name));
  const csv = csvBytes(BATCH / 8, isKept);
  let appending: Promise<void> = Promise.resolve();
  const flush = async () => {
    const batch = csv.take();
    // One batch at most is on its way while the next is read.
    await appending;
    if (batch.length === 0) return;
    appending = database.append("usage", columns, batch);
    // It is awaited before the next batch or at the end; until then its failure is no news.
    appending.catch(() => undefined);
  };
  return {
    csv,
    flushWhenFull: async () => {
      if (csv.length() >= BATCH) await flush();
    },
    finish: async () => {
      await flush();
      await appending;
    },
    settle: () => appending.catch(() => undefined),
  };
}
