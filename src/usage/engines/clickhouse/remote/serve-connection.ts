import type { Line } from "../../remote/line";
import { serveLine } from "../../remote/serve-line";
import {
  type ClickHouseConnection,
  ClickHouseError,
  type OpenClickHouse,
  type QueryProgress,
} from "../connection";
import type { ConnectionCall, SentFault } from "./messages";

function sentFault(error: unknown): SentFault {
  if (error instanceof ClickHouseError) {
    const { kind, message, advice } = error;
    return { kind, message, advice };
  }
  return {
    kind: null,
    message: error instanceof Error ? error.message : String(error),
    advice: "",
  };
}

/** Holds the connection that is asked for at the other end of a line. */
export function serveConnection(line: Line, open: OpenClickHouse): void {
  let connection: ClickHouseConnection | undefined;
  const opened = () => {
    if (connection === undefined) throw new Error("the connection is not open");
    return connection;
  };
  serveLine<ConnectionCall, QueryProgress>(
    line,
    async (call, { signal, onProgress }) => {
      switch (call.method) {
        case "open":
          connection = await open(call.server);
          return undefined;
        case "test":
          return opened().test(signal);
        case "query": {
          const { sql, timeLimitSeconds } = call;
          const limit = timeLimitSeconds === undefined ? {} : { timeLimitSeconds };
          return opened().query(sql, { signal, onProgress, ...limit });
        }
        case "close":
          connection?.close();
          connection = undefined;
          return undefined;
      }
    },
    sentFault,
  );
}
