import type { Charge, CostBasis, TokenClasses } from "./usage-row";

/** A calendar month in UTC, such as "2026-09". */
export type Month = string;

/** Amounts in billionths of the currency, by where they come from. */
export type AmountsByBasis = Readonly<Record<CostBasis, bigint>>;

/** Usage whose cost is not known: it is counted and never taken for 0. */
export interface Unpriced extends TokenClasses {
  readonly requests: number;
  /** Why there is no cost, such as `the catalog has no model "x"`; each once. */
  readonly reasons: readonly string[];
}

/** The usage of one customer, month, provider, model and currency. */
export interface UsageLine extends TokenClasses {
  /** Null for usage that names no customer. */
  readonly customerId: string | null;
  readonly month: Month;
  readonly provider: string | null;
  readonly model: string | null;
  readonly currency: string;
  readonly requests: number;
  readonly costs: AmountsByBasis;
  /** At list prices of the catalog on the day of each request; null where one is not known. */
  readonly listCostNano: bigint | null;
  readonly unpriced: Unpriced;
}

/** What a customer did in a month. */
export interface CustomerMonth {
  readonly customerId: string | null;
  readonly month: Month;
  /** Traces, and requests that belong to none. */
  readonly tasks: number;
  readonly requests: number;
  /** Tasks with a request whose cost is not known. */
  readonly unpricedTasks: number;
}

/**
 * What a customer's tasks cost, in billionths of the currency: exact quantiles as Excel's
 * PERCENTILE.INC gives them. Tasks whose cost is not wholly known do not count.
 */
export interface CustomerTasks {
  readonly customerId: string | null;
  readonly currency: string;
  readonly tasks: number;
  readonly p50Nano: number;
  readonly p90Nano: number;
  readonly p99Nano: number;
}

/** What the tasks of several ids cost that mean one customer: its id is the one that they mean. */
export interface PartyTasks extends CustomerTasks {
  readonly ids: readonly string[];
}

/** What an average task takes, for the scenario's task profile; null where there are no traces. */
export interface TaskProfile {
  readonly tasks: number;
  readonly requestsPerTask: number;
  readonly inputTokensPerTask: number;
  readonly outputTokensPerTask: number;
  /** Share of input tokens that came from a cache. */
  readonly cachedShare: number;
}

/** What is on a provider's bill besides usage: commitments, credits, taxes, corrections. */
export interface OtherCharge {
  readonly month: Month;
  readonly provider: string | null;
  readonly charge: Exclude<Charge, "usage">;
  readonly currency: string;
  readonly costNano: bigint;
}

/** What an import of usage comes to: no single request is in it. */
export interface UsageSummary {
  /** Months with usage, in order. */
  readonly months: readonly Month[];
  readonly lines: readonly UsageLine[];
  readonly customerMonths: readonly CustomerMonth[];
  readonly customers: readonly CustomerTasks[];
  /** The same of customers with several ids in usage, as far as they were asked for. */
  readonly parties?: readonly PartyTasks[];
  readonly profile: TaskProfile | null;
  readonly otherCharges: readonly OtherCharge[];
  /** First instant, and first instant after, of all usage; milliseconds since 1970 in UTC. */
  readonly start: number;
  readonly end: number;
}
