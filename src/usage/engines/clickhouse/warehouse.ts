import type { CachedConvention } from "../../format";
import type { Tally } from "../../read/collect";
import type { Run, Summarized, SummaryOptions } from "../usage-engine";

/** What can name the customer in a source: a column, a key of a map in it, or the rest of a tag. */
export interface CustomerChoice {
  /** As the user reads it, such as "metadata: customer_id". */
  readonly label: string;
  readonly column: string;
  /** The key of the map, or what the tag begins with. */
  readonly within?: { readonly key: string } | { readonly tag: string };
  /** A few values that were found, to tell what it holds. */
  readonly examples: readonly string[];
}

/** Which column of a table of the user's own holds what. */
export interface TableMapping {
  readonly start: string;
  readonly customer: string | null;
  readonly model: string | null;
  readonly provider: string | null;
  readonly trace: string | null;
  readonly input: string | null;
  readonly cacheRead: string | null;
  readonly cacheWrite: string | null;
  readonly output: string | null;
  readonly reasoning: string | null;
  /** Whether input includes the cached tokens; null where there are none. */
  readonly cached: CachedConvention | null;
  readonly cost: string | null;
  readonly costUnit: "dollars" | "cents" | "nano-dollars";
  readonly currency: string;
}

/** A table with usage on the server. */
export interface WarehouseSource {
  /** Its database and table, such as "default.otel_traces"; in backticks where they need them. */
  readonly table: string;
  /** What wrote it, such as "langfuse-observations"; "mapped" for a table of the user's own. */
  readonly kind:
    "langfuse-observations" | "langfuse-events" | "otel-traces" | "helicone" | "mapped";
  /** As people call it. */
  readonly name: string;
  /** The columns by which it was recognised. */
  readonly because: readonly string[];
  readonly notes: readonly string[];
  /** Whether its writers disagree on whether input includes cached tokens. */
  readonly asksCached: boolean;
}

/** A table or view that was not recognised, for the user to map. */
export interface UnknownTable {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** What is to be summed up. */
export interface WarehouseSelection {
  readonly source: WarehouseSource;
  /** Null: all usage is of no customer. */
  readonly customer: Pick<CustomerChoice, "column" | "within"> | null;
  /** Exactly where the source is mapped. */
  readonly mapping?: TableMapping;
  /** The answer where the source asks; without one, what its rows prove. */
  readonly cached?: CachedConvention;
  /** Milliseconds since 1970 in UTC: the first, and the first after; null for no bound. */
  readonly from: number | null;
  readonly until: number | null;
}

export interface WarehouseOptions extends SummaryOptions {
  /** Quantiles by t-digest, for very many tasks; the figures are marked as such. */
  readonly isApproximate?: boolean;
  readonly timeLimitSeconds?: number;
}

/** What a query would read, by the server's own estimate. */
export interface Estimate {
  readonly rows: number;
  /** Null where the server does not tell. */
  readonly bytes: number | null;
}

/** What was summed up, and what crossed the wire for it. */
export interface WarehouseResult extends Summarized {
  readonly isApproximate: boolean;
  readonly bytesReceived: number;
  readonly rowsRead: number;
  /** Rows that do not count, and why. */
  readonly leftOut: readonly Tally[];
  /** What was found out about the rows. */
  readonly notes: readonly string[];
}

/** A server on which usage is summed up: nothing but sums leaves it. */
export interface Warehouse {
  /** The tables of usage that the user may read; the others, to be mapped. */
  readonly find: (signal: AbortSignal) => Promise<{
    readonly sources: readonly WarehouseSource[];
    readonly others: readonly UnknownTable[];
  }>;
  /** What can name the customer, the likeliest first. */
  readonly customers: (
    source: WarehouseSource,
    signal: AbortSignal,
  ) => Promise<readonly CustomerChoice[]>;
  /** Null where the user may not ask for it. */
  readonly estimate: (
    selection: WarehouseSelection,
    signal: AbortSignal,
  ) => Promise<Estimate | null>;
  /**
   * @throws ClickHouseError where the rows do not tell what the source asks and the selection does not say,
   *   in words for the user
   */
  readonly summarize: (
    selection: WarehouseSelection,
    options: WarehouseOptions,
    run: Run,
  ) => Promise<WarehouseResult>;
  /** The statements that `summarize` runs, and the same for other warehouses. */
  readonly statements: (
    selection: WarehouseSelection,
    options: WarehouseOptions,
    signal: AbortSignal,
  ) => Promise<{ readonly clickHouse: string; readonly portable: string }>;
}
