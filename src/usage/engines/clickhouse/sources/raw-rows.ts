import type { CachedConvention } from "../../../format";

/**
 * What a row of a source states, as expressions of ClickHouse: what RawTokens and UsageRow hold.
 * Texts are blank where nothing is stated, numbers null.
 */
export interface RawColumns {
  /** Milliseconds since 1970 in UTC. */
  readonly start: string;
  readonly end: string;
  readonly customer: string;
  readonly trace: string;
  readonly model: string;
  readonly provider: string;
  readonly tier: string;
  readonly input: string;
  readonly cacheRead: string;
  readonly cacheWrite5m: string;
  readonly cacheWrite1h: string;
  readonly output: string;
  readonly reasoning: string;
  /** Whether the row states tokens. */
  readonly stated: string;
  /** Whether input includes cached tokens, where the row itself tells; it may name what is stated. */
  readonly isCachedIncluded?: string;
  /** Whether reasoning stands beside output. */
  readonly isReasoningApart?: string;
  /** Billionths of the currency. */
  readonly cost: string;
  /** Whether any of the texts is no number where one belongs. */
  readonly isUnreadable: string;
}

/** Rows of a source. */
export interface RawRows {
  /** The id of the format that holds the same rows in a file. */
  readonly format: string;
  readonly columns: RawColumns;
  /** The table, with what is joined to it. */
  readonly from: string;
  /** Rows outside of the selection. */
  readonly where: readonly string[];
  /** Of rows that are versions of one the last counts: the columns that tell them apart. */
  readonly lastOf?: { readonly by: readonly string[]; readonly version: string };
  /** Rows that are not counted, and why; the first reason holds. */
  readonly skips: readonly { readonly when: string; readonly because: string }[];
  /** "ask": the source does not say, or its writers disagree. */
  readonly cached: CachedConvention | "ask";
  /** What a cost of 0 means where there are tokens. */
  readonly zero: "free" | "unpriced";
  readonly currency: string;
}

/** The cached tokens of a row, as `usageRows` names what it states. */
export const CACHED = "(stated_read + stated_write_5m + stated_write_1h)";

/** What raw rows are made of: nothing is stated. */
export const NOTHING = {
  end: "start_ms",
  customer: "''",
  trace: "''",
  model: "''",
  provider: "''",
  tier: "''",
  input: "NULL",
  cacheRead: "NULL",
  cacheWrite5m: "NULL",
  cacheWrite1h: "NULL",
  output: "NULL",
  reasoning: "NULL",
  stated: "false",
  cost: "NULL",
  isUnreadable: "false",
} as const;
