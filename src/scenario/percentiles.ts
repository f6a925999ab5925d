/** Percentiles of all customers at which tariffs are compared. */
export const COMPARED = [
  { key: "p10", label: "P10", percentile: 0.1 },
  { key: "p25", label: "P25", percentile: 0.25 },
  { key: "p50", label: "P50", percentile: 0.5 },
  { key: "p75", label: "P75", percentile: 0.75 },
  { key: "p90", label: "P90", percentile: 0.9 },
  { key: "p95", label: "P95", percentile: 0.95 },
  { key: "p99", label: "P99", percentile: 0.99 },
] as const;
