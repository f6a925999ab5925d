import type { SqlDatabase } from "../sql-database";
import { USAGE_COLUMNS } from "./usage-table";

const BATCH = 8 * 1024 * 1024;

/** Gathers lines of CSV and appends them to the table of usage in batches. */
export function batchWriter(database: SqlDatabase) {
  let lines: string[] = [];
  let length = 0;
  let appending: Promise<void> = Promise.resolve();
  const flush = async () => {
    const csv = new TextEncoder().encode(lines.join(""));
    lines = [];
    length = 0;
    // One batch at most is on its way while the next is read.
    await appending;
    appending = csv.length === 0 ? Promise.resolve() : database.append("usage", USAGE_COLUMNS, csv);
    // It is awaited before the next batch or at the end; until then its failure is no news.
    appending.catch(() => undefined);
  };
  return {
    add(line: string): void {
      lines.push(line);
      length += line.length;
    },
    /** Appends what is there once it is enough for a batch. */
    flushWhenFull: async () => {
      if (length >= BATCH) await flush();
    },
    finish: async () => {
      await flush();
      await appending;
    },
    /** Waits until nothing is on its way any more, whatever became of it. */
    settle: () => appending.catch(() => undefined),
  };
}
