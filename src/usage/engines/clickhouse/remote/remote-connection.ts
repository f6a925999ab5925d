import { askLine } from "../../remote/ask-line";
import type { Line, LineRun } from "../../remote/line";
import {
  type ClickHouseConnection,
  ClickHouseError,
  type ClickHouseServer,
  type QueryProgress,
  type QueryResult,
  type ServerFacts,
} from "../connection";
import type { ConnectionCall, SentFault } from "./messages";

/** The line to a page that connects, and what takes that page away. */
export interface ConnectionLine extends Line {
  /** Tells that the page is gone, or never came up. */
  readonly onFailure: (fail: (error: Error) => void) => void;
  readonly end: () => void;
}

const untold = () => {};

function errorOf(sent: unknown): Error {
  // The other end is ours, too.
  const { kind, message, advice } = sent as SentFault;
  return kind === null ? new Error(message) : new ClickHouseError(kind, message, advice);
}

/** Opens a connection at the other end of a line. */
export async function remoteConnection(
  line: ConnectionLine,
  server: ClickHouseServer,
): Promise<ClickHouseConnection> {
  const asker = askLine(line, { errorOf, cancels: "once stopped" });
  const ask = (call: ConnectionCall, run?: LineRun<QueryProgress>) => asker.ask(call, run);
  line.onFailure(asker.fail);
  try {
    await ask({ method: "open", server });
  } catch (error) {
    line.end();
    throw error;
  }
  // What answers a call is its method's result.
  return {
    test: (signal) =>
      ask({ method: "test" }, { signal, onProgress: untold }) as Promise<ServerFacts>,
    query: (sql, { signal, onProgress, timeLimitSeconds }) =>
      ask(
        { method: "query", sql, ...(timeLimitSeconds !== undefined && { timeLimitSeconds }) },
        { signal, onProgress: onProgress ?? untold },
      ) as Promise<QueryResult>,
    close: () => {
      const end = () => {
        line.end();
        asker.fail(new Error("The connection was closed."));
      };
      // The page stays until what runs on the server is ended.
      ask({ method: "close" }).then(end, end);
    },
  };
}
