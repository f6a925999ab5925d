import type { Month } from "../usage-summary";
import type { Rates } from "./conversion";

/** Credits of a customer that were used, where usage or billing says so. */
export interface CreditUse {
  readonly customerId: string;
  /** When, milliseconds since 1970. */
  readonly at: number;
  /** Billionths of the currency in which they were paid for. */
  readonly amountNano: bigint;
  readonly currency: string;
}

/** How lines of revenue become the revenue of a period. */
export interface RevenueTerms {
  /** By days of service, or by the day of the invoice. */
  readonly basis: "recognised" | "invoiced";
  /** First and last month of the period. */
  readonly from: Month;
  readonly to: Month;
  /** The currency of the report, three capital letters. */
  readonly currency: string;
  readonly rates: Rates;
  /**
   * Only where the lines of revenue do not show what credits paid for: those lines would count
   * it a second time.
   */
  readonly creditUse?: readonly CreditUse[];
}

/** How the basis is named wherever revenue is shown. */
export const BASIS_NAMES = {
  recognised: "recognised, approximate",
  invoiced: "invoiced",
} as const satisfies Record<RevenueTerms["basis"], string>;
