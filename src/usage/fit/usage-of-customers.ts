import type { CustomersReport } from "../customers/customers-report";
import { matchCustomers } from "../customers/match-customers";
import type { CustomerMonth, UsageLine } from "../usage-summary";

/** The usage of customers, without that of nobody and internal, evaluation and free usage. */
export interface UsageOfCustomers {
  readonly lines: readonly UsageLine[];
  readonly customerMonths: readonly CustomerMonth[];
  /** The customer of the report that an id in usage means. */
  readonly customerOf: (usageId: string) => string;
}

/** The part of a report's usage that is in the figures of its customers. */
export function usageOfCustomers({
  terms: { usage, mappings, unallocated },
}: Pick<CustomersReport, "terms">): UsageOfCustomers {
  const { ofUsage: customerOf } = matchCustomers([], [], mappings);
  const isCustomers = ({ customerId }: { readonly customerId: string | null }) =>
    customerId !== null &&
    unallocated?.has(customerId) !== true &&
    unallocated?.has(customerOf(customerId)) !== true;
  return {
    lines: usage.lines.filter(isCustomers),
    customerMonths: usage.customerMonths.filter(isCustomers),
    customerOf,
  };
}
