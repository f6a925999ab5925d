import { ClickHouseLogLevel, createClient } from "@clickhouse/client-web";
import type { ClickHouseServer } from "./connection";
import { LONGEST_WAIT } from "./stoppable";

/** A statement and what is sent with it. */
export interface Statement {
  readonly sql: string;
  readonly id?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Sends a statement; the answer once it has begun, or what the client fails with. */
export type Send = (statement: Statement) => Promise<ReadableStream<Uint8Array>>;

/** Bytes of UTF-8 as characters: the client encodes nothing but these for the header. */
function headerText(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

/**
 * What sends statements to a server. User and password go in the header Authorization, to no other
 * server than this one and into no log.
 *
 * @param outlivesPage whether a request is sent to its end when the page goes; long ones cannot be
 */
export function sender(
  address: URL,
  server: ClickHouseServer,
  { outlivesPage }: { readonly outlivesPage: boolean },
): Send {
  const client = createClient({
    url: address,
    username: headerText(server.user),
    password: headerText(server.password),
    // How long a query may take is not the client's to say.
    request_timeout: LONGEST_WAIT,
    keep_alive: { enabled: outlivesPage },
    log: { level: ClickHouseLogLevel.OFF },
    fetch: (resource, request) =>
      fetch(resource, {
        ...request,
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        referrerPolicy: "no-referrer",
      }),
  });
  return async ({ sql, id, settings, signal }) => {
    signal.throwIfAborted();
    // The client takes a signal's one `onabort` for itself, so each request has its own.
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort(signal.reason), { once: true });
    // The client would leave out the name "default", for which a server takes the user's own.
    const database = server.database === "" ? {} : { database: server.database };
    const { stream } = await client.exec({
      query: sql,
      query_id: id ?? crypto.randomUUID(),
      clickhouse_settings: { ...database, ...settings },
      abort_signal: own.signal,
    });
    return stream;
  };
}
