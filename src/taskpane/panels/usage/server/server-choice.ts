import type {
  CustomerChoice,
  TableMapping,
  WarehouseSelection,
  WarehouseSource,
} from "../../../../usage/engines/clickhouse/warehouse";

type Cached = NonNullable<WarehouseSelection["cached"]>;

/** What of a server is to be summed up. */
export interface ServerChoice {
  readonly source: WarehouseSource;
  /** How its columns are read, where it was not recognised. */
  readonly mapping?: TableMapping;
  /** What was found that can name the customer. */
  readonly customers: readonly CustomerChoice[];
  readonly customer: CustomerChoice | null;
  readonly cached?: Cached | undefined;
}

export function selectionOf(
  { source, mapping, customer, cached }: ServerChoice,
  bounds: Pick<WarehouseSelection, "from" | "until">,
): WarehouseSelection {
  return {
    source,
    customer: customer && {
      column: customer.column,
      ...(customer.within && { within: customer.within }),
    },
    // The choice of a customer goes before that of the mapping, with nothing chosen, too.
    ...(mapping && { mapping: { ...mapping, customer: customer && mapping.customer } }),
    ...(cached && { cached }),
    ...bounds,
  };
}
