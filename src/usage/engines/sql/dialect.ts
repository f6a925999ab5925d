/** What engines say differently; all else is written once. */
export interface Dialect {
  /** A whole number that holds sums of products beyond 64 bits. */
  readonly wide: (expression: string) => string;
  /** A whole number divided by another, halves rounded up; neither is negative. */
  readonly rounded: (dividend: string, divisor: string) => string;
  readonly double: (expression: string) => string;
  readonly text: (expression: string) => string;
  /** Months since year 0, of milliseconds since 1970 in UTC: 12 * 2026 + 8 is September 2026. */
  readonly monthNumber: (ms: string) => string;
  /** Seconds since midnight, of milliseconds since 1970 in UTC. */
  readonly secondOfDay: (ms: string) => string;
  /** As Excel's PERCENTILE.INC: between the two values around it, in proportion; one column each. */
  readonly quantiles: (expression: string, shares: readonly number[]) => readonly string[];
}
