import type { Run } from "../usage-engine";
import type { ClickHouseConnection, QueryProgress } from "./connection";
import type { Ask } from "./raw-rows-of";

/** Queries one after the other, and what they took. */
export interface Queries {
  readonly ask: Ask;
  /** What was read and received so far. */
  readonly taken: () => { readonly rowsRead: number; readonly bytesReceived: number };
}

const PHASE = "Summing up on the server";

const COUNT = new Intl.NumberFormat("en-US");

/** How far a query is by the server's own count, which may not know the whole. */
function figures(query: number, read: number, total: number): string {
  const whole = total > 0 ? ` of ${COUNT.format(Math.max(read, total))}` : "";
  return `Query ${query}: ${COUNT.format(read)}${whole} rows read`;
}

/**
 * Runs the queries of one piece of work.
 *
 * @param steps how many there are, as far as is known
 */
export function queriesOf(
  { query }: ClickHouseConnection,
  { signal, onProgress }: Run,
  steps: number,
  timeLimitSeconds: number | undefined,
): Queries {
  let done = 0;
  let rowsRead = 0;
  let bytesReceived = 0;
  return {
    ask: async (sql) => {
      let read = 0;
      const report = ({ rowsRead: now, totalRows }: QueryProgress) => {
        read = Math.max(read, now);
        const share = totalRows > 0 ? Math.min(1, now / totalRows) : 0;
        onProgress(PHASE, Math.min(1, (done + share) / steps), figures(done + 1, now, totalRows));
      };
      const limit = timeLimitSeconds === undefined ? {} : { timeLimitSeconds };
      const result = await query(sql, { signal, onProgress: report, ...limit });
      signal.throwIfAborted();
      rowsRead += read;
      bytesReceived += result.bytesReceived;
      onProgress(PHASE, Math.min(1, ++done / steps));
      return result.rows;
    },
    taken: () => ({ rowsRead, bytesReceived }),
  };
}
