/** What customers cost and what margin is asked for, as expressions. */
export interface ShortTerms {
  /** Begins the names of the items, below the prefix of the charge, such as "target". */
  readonly key: string;
  readonly label: string;
  readonly target: string;
  readonly unitCost: string;
  readonly fixedCost: string;
  readonly paymentRate: string;
  readonly paymentFee: string;
  /** Whether it is asked, too, how much those who fall short lack. */
  readonly asksLack: boolean;
}
