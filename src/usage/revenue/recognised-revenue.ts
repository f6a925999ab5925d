import type { RevenueRow } from "../revenue-row";
import type { Month } from "../usage-summary";
import type { BASIS_NAMES } from "./revenue-terms";

/** Whatever names the customer of a line of revenue. */
export type Party = Pick<
  RevenueRow,
  "customerId" | "customerName" | "invoiceId" | "subscriptionId"
>;

/** What names the customer of a line, without the rest of it. */
export function partyOf({ customerId, customerName, invoiceId, subscriptionId }: Party): Party {
  return { customerId, customerName, invoiceId, subscriptionId };
}

/** A line of revenue, or a use of credits, in billionths of the currency of the report. */
export interface RevenueLine extends Party {
  /** Revenue of the period by month, on the basis asked for. */
  readonly byMonth: ReadonlyMap<Month, bigint>;
  /** Their sum. */
  readonly revenueNano: bigint;
  /** Of the line's amount, what is revenue of other months. */
  readonly outsideNano: bigint;
  /** Invoiced within the period. */
  readonly invoicedNano: bigint;
  /** Invoiced by the end of the period, for days after it. */
  readonly deferredNano: bigint;
  /** For days up to the end of the period, invoiced later. */
  readonly unbilledNano: bigint;
}

/** Credits that a customer paid for in advance, up to the end of the period. */
export interface PrepaidCredits extends Party {
  readonly paidNano: bigint;
  readonly usedNano: bigint;
  /** Paid for and not used: owed to the customer, no revenue yet. */
  readonly unusedNano: bigint;
  /** Used beyond what was paid for: no revenue either. */
  readonly overusedNano: bigint;
  /** Why it is not known what was used; null where it is known. */
  readonly notKnown: string | null;
}

/** Lines in a currency without a rate: listed, never summed with others. */
export interface UnconvertedRevenue {
  readonly currency: string;
  readonly rows: number;
  /** Billionths of that currency. */
  readonly amountNano: bigint;
  /** Whose revenue is incomplete without them. */
  readonly parties: readonly Party[];
}

/** The revenue of a period. */
export interface RecognisedRevenue {
  readonly basis: (typeof BASIS_NAMES)[keyof typeof BASIS_NAMES];
  readonly months: readonly Month[];
  readonly lines: readonly RevenueLine[];
  readonly prepaid: readonly PrepaidCredits[];
  readonly unconverted: readonly UnconvertedRevenue[];
}
