import type { RecognisedRevenue } from "../revenue/recognised-revenue";
import type { Rates } from "../revenue/conversion";
import type { UsageSummary } from "../usage-summary";
import type { OtherCogs } from "./customer-figures";
import type { CustomerMapping } from "./match-customers";

/** Why usage belongs to no paying customer. */
export type UnallocatedKind = "No customer named" | "Internal" | "Evaluation" | "Free tier";

/** All from which the figures of customers follow. */
export interface ReportTerms {
  readonly usage: UsageSummary;
  /** Of the months of the usage, in the same currency. */
  readonly revenue: RecognisedRevenue;
  /** The currency of the report, three capital letters. */
  readonly currency: string;
  readonly rates: Rates;
  readonly mappings?: readonly CustomerMapping[];
  /** Ids in usage that are no paying customers, as the user says. */
  readonly unallocated?: ReadonlyMap<string, UnallocatedKind>;
  /** Null where nothing but inference is known. */
  readonly otherCogs: OtherCogs | null;
  /** A fraction of revenue, below 1. */
  readonly targetMargin: number;
}
