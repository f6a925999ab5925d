/**
 * Where a cost comes from, best first: a provider's bill, what the provider or gateway reported
 * with the usage, derived from usage and catalog prices, or assumed by the user.
 */
export type CostBasis = "billed" | "reported" | "derived" | "assumed";

/**
 * What a row charges for. Only "usage" is cost to serve; the others belong to reconciliation:
 * commitments bought, credits, taxes, and corrections that name no usage.
 */
export type Charge = "usage" | "purchase" | "credit" | "tax" | "adjustment";

/**
 * Tokens in classes that exclude each other, so that each is priced once. Only outReasoning is
 * a part of another: of outTotal.
 */
export interface TokenClasses {
  /** Input that neither came from a cache nor was written to one. */
  readonly inUncached: number;
  /** Input read from a cache. */
  readonly inCacheRead: number;
  /** Input written to a cache for five minutes, or for a lifetime that the source does not state. */
  readonly inCacheWrite5m: number;
  /** Input written to a cache for an hour. */
  readonly inCacheWrite1h: number;
  /** Billed output, reasoning included. */
  readonly outTotal: number;
  /** The part of outTotal that is reasoning, where the source states it. */
  readonly outReasoning: number;
}

/**
 * One row of usage, whatever export it comes from: a request, or the usage of a bucket of time,
 * or a line of a bill. It holds no e-mail or IP address and no prompt; ids that were one are
 * pseudonyms.
 */
export interface UsageRow extends TokenClasses {
  /** The id of the format that it was read from. */
  readonly source: string;
  /** The source's own id of the row; two rows with one id are one. */
  readonly rowId: string | null;
  /** Which of two rows with one id counts: the greater. */
  readonly rowVersion: number | null;
  /** First instant, milliseconds since 1970 in UTC. */
  readonly start: number;
  /** First instant after it, milliseconds since 1970 in UTC; equal to start for a moment. */
  readonly end: number;
  readonly customerId: string | null;
  readonly userId: string | null;
  readonly feature: string | null;
  readonly traceId: string | null;
  readonly model: string | null;
  readonly provider: string | null;
  /** Whether the source states tokens here; where it does not (a line of a bill), all are 0. */
  readonly hasTokens: boolean;
  readonly requests: number;
  /** Calls of the provider's tools that are billed by the call, such as web searches. */
  readonly toolCalls: number;
  /** Cost in billionths of the currency; null where the source states none. */
  readonly costNano: bigint | null;
  /** Null exactly where costNano is. */
  readonly costBasis: CostBasis | null;
  /** Cost at list prices, billionths of the currency, where the source states it. */
  readonly listCostNano: bigint | null;
  /** What the provider's invoice shows for this row, billionths, where it differs in kind. */
  readonly invoicedNano: bigint | null;
  /** Currency of the amounts, three capital letters; null where there is no amount. */
  readonly currency: string | null;
  readonly serviceTier: string | null;
  readonly batch: boolean;
  readonly charge: Charge;
}
