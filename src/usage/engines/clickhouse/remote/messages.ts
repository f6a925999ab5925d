import type { ClickHouseServer, FaultKind } from "../connection";

/** What is asked of a connection in another page: its methods without their runs. */
export type ConnectionCall =
  | { readonly method: "open"; readonly server: ClickHouseServer }
  | { readonly method: "test" }
  | { readonly method: "query"; readonly sql: string; readonly timeLimitSeconds?: number }
  | { readonly method: "close" };

/** What is sent of an error. */
export interface SentFault {
  /** Null where the error is none that the connection foresaw. */
  readonly kind: FaultKind | null;
  readonly message: string;
  readonly advice: string;
}
