/**
 * What a line of revenue is: a service of its period, or credits paid in advance, which become
 * revenue when they are used.
 */
export type RevenueKind = "service" | "prepayment";

/**
 * One line of revenue, net of discounts and without tax, or of cost besides inference; credits
 * are negative.
 */
export interface RevenueRow {
  /** The id of the format that it was read from. */
  readonly source: string;
  /** The source's own id of the line; two lines with one id are one. */
  readonly rowId: string | null;
  /** Null where the export names the customer elsewhere: by invoiceId or subscriptionId. */
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly invoiceId: string | null;
  readonly subscriptionId: string | null;
  /** First instant of the service, milliseconds since 1970 in UTC. */
  readonly start: number;
  /** First instant after the service; equal to start for a moment. */
  readonly end: number;
  /** When it was invoiced, where the source says so. */
  readonly invoicedOn: number | null;
  /** Billionths of the currency. */
  readonly amountNano: bigint;
  /** Three capital letters. */
  readonly currency: string;
  readonly kind: RevenueKind;
  /** What a cost is for, such as "Support"; not there for revenue. */
  readonly purpose?: string;
}
