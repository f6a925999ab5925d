import type { MarginStatus } from "../../calc";
import type { CostBasis } from "../usage-row";
import type { ImportedCosts } from "./imported-costs";
import type { Ledger } from "./ledger";
import type { MatchedBy } from "./match-customers";

/**
 * How one customer stands. "Not known": after inference alone the target is met, and nothing
 * says what else the customer costs.
 */
export type CustomerStatus = MarginStatus | "Incomplete" | "No revenue" | "Not known";

/** Quantiles of what a customer's tasks cost, in the currency of the report. */
export interface TaskCosts {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

/** Shares of the cost to serve by where they come from; they add up to 1. */
export type Quality = Readonly<Record<CostBasis, number>>;

/** Cost to serve, and what is left of revenue; amounts in the currency of the report. */
export interface MarginFigures {
  readonly revenue: number;
  readonly inference: number;
  readonly otherCogs: number;
  readonly cogs: number;
  readonly grossProfit: number;
  /** A fraction of revenue; null where revenue is not above 0 or something is not known. */
  readonly margin: number | null;
  /** Null without cost. */
  readonly quality: Quality | null;
}

/** One customer of the period. */
export interface CustomerFigures extends MarginFigures {
  /** The id by which usage knows the customer, or else revenue. */
  readonly id: string;
  /** The name in revenue; the id where there is none. */
  readonly name: string;
  /** How usage and revenue were matched; null where one of them does not know the customer. */
  readonly matchedBy: MatchedBy | null;
  readonly ledger: Ledger;
  readonly status: CustomerStatus;
  /** What the cost to serve would have to lose to reach the target; null where not known. */
  readonly costToTakeOut: number | null;
  /** The rise of all prices that would reach the target, a fraction; null where none does. */
  readonly priceRise: number | null;
  /** Of the cost to serve of all, unallocated usage included; null where there is no cost. */
  readonly shareOfCost: number | null;
  /** Or why there are none, such as "several ids". */
  readonly taskCosts: TaskCosts | string;
  /** Cost of inference of the last whole month, against the mean of those before: 0.1 is 10% more. */
  readonly trend: number | null;
}

/** Other cost of goods sold than inference, in the currency of the report. */
export interface OtherCogs {
  readonly perTask: number;
  /** For each month in which a customer has usage or revenue. */
  readonly perCustomerMonth: number;
  /** A fraction of revenue, such as payment fees. */
  readonly revenueShare: number;
  /** Where these rates come from, such as a scenario; not there where somebody typed them in. */
  readonly from?: string;
  readonly imported?: ImportedCosts;
}
