import type { CachedConvention } from "./format";
import type { DecimalMark } from "./values/decimal";
import type { SlashOrder } from "./values/time";

/** What a user says about an export, where it does not say it itself. */
export interface Answers {
  /** The column that names the customer, such as "user_id" or "metadata.tenant"; or NOBODY. */
  readonly customer?: string;
  readonly cached?: CachedConvention;
  readonly decimalMark?: DecimalMark;
  /** The zone of times without one: "UTC", "+08:00" or "Europe/Berlin". */
  readonly zone?: string;
  readonly slashOrder?: SlashOrder;
  /** Whether a bill of many services is read for AI alone, or whole because all of it serves AI. */
  readonly services?: "AI services" | "all services";
}

/** The answer that no column names the customer. */
export const NOBODY = "(nobody)";

/** A question about an export. */
export interface Question {
  readonly about: keyof Answers;
  readonly text: string;
  /** Why it is asked. */
  readonly why: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Whether other values than the options may be given. */
  readonly isOpen: boolean;
  /** Whether the export cannot be read without an answer. */
  readonly isNeeded: boolean;
}
