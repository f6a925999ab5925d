import { textOf } from "./answer-text";
import type { Send } from "./client";
import type { QueryProgress } from "./connection";

/** Milliseconds between two looks. */
const PERIOD = 500;

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PERIOD);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Tells how far a query is until a signal aborts, by asking the server beside it.
 *
 * @throws where the server does not tell; there is nothing to be told then
 */
export async function follow(
  ask: Send,
  id: string,
  onProgress: (progress: QueryProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const sql = `SELECT read_rows, read_bytes, total_rows_approx FROM system.processes
WHERE query_id = '${id}' FORMAT TabSeparated`;
  await pause(signal);
  while (!signal.aborted) {
    const text = await textOf(await ask({ sql, signal }));
    const [rowsRead, bytesRead, totalRows] = text.trim().split("\t").map(Number);
    if (rowsRead !== undefined && bytesRead !== undefined && totalRows !== undefined) {
      onProgress({ rowsRead, bytesRead, totalRows });
    }
    await pause(signal);
  }
}
