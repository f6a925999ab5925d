import type { SqlValue } from "../sql-database";

/** A ClickHouse server and who asks it. The password stays in memory: it is never kept or shown. */
export interface ClickHouseServer {
  /** https, or http on this device; no user, password or query in it. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** How far a query is, in the server's own figures. */
export interface QueryProgress {
  readonly rowsRead: number;
  readonly bytesRead: number;
  /** As far as the server knows; 0 where it does not. */
  readonly totalRows: number;
}

export interface QueryRun {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: QueryProgress) => void;
  /** The server ends the query after so long; it has none of its own where absent. */
  readonly timeLimitSeconds?: number;
}

export interface QueryResult {
  /** In the order of the query's columns; whole numbers beyond a double's come as text. */
  readonly rows: readonly (readonly SqlValue[])[];
  /** Bytes of the answer; fewer on the wire where the server compresses it. */
  readonly bytesReceived: number;
}

/** What is known of a server once it answers. */
export interface ServerFacts {
  readonly version: string;
  /** 0: may write. 1: read-only and may change no setting. 2: read-only and may change settings. */
  readonly readonly: 0 | 1 | 2;
}

/** What is wrong with a connection or a query, and what can be done about it. */
export type FaultKind =
  | "address"
  | "insecure"
  | "unreachable"
  | "cors"
  | "password"
  | "rights"
  | "missing"
  | "version"
  | "too-long"
  | "memory"
  | "broken-off"
  | "not-stopped"
  | "query";

/** A failure in words for the user; the password is in none of them. */
export class ClickHouseError extends Error {
  override readonly name = "ClickHouseError";

  constructor(
    readonly kind: FaultKind,
    message: string,
    /** What to do or to add on the server, to copy; "" where there is nothing. */
    readonly advice = "",
  ) {
    super(message);
  }
}

/** An open connection: it reads, and sends nothing again by itself. */
export interface ClickHouseConnection {
  /** Runs a real query and tells what answers. */
  readonly test: (signal: AbortSignal) => Promise<ServerFacts>;
  /**
   * Runs a query without a FORMAT of its own.
   *
   * @throws ClickHouseError, of the kind "not-stopped" where the server does not confirm that an
   * aborted query is gone; what the signal was aborted with once it does
   */
  readonly query: (sql: string, run: QueryRun) => Promise<QueryResult>;
  /** Forgets the password and ends what is running. */
  readonly close: () => void;
}

/** Opens a connection; nothing is asked of the server yet. */
export type OpenClickHouse = (server: ClickHouseServer) => Promise<ClickHouseConnection>;
