import type { Dialect } from "./dialect";

export const TOKENS = [
  "in_uncached",
  "in_cache_read",
  "in_cache_write_5m",
  "in_cache_write_1h",
  "out_total",
  "out_reasoning",
] as const;

const LINE = ["customer_id", "month_no", "kind_no"];

/**
 * Usage by customer, month and kind: these, requests and tokens, cost, cost at list prices (null
 * where one is not known), and the requests and tokens of what has no cost with the numbers of
 * the reasons.
 *
 * @param priced the rows of `pricedRows`
 */
export function linesQuery({ double, text, distinct }: Dialect, priced: string): string {
  const unpriced = (column: string) => `CASE WHEN reason_no IS NOT NULL THEN ${column} ELSE 0 END`;
  const counts = ["requests", ...TOKENS];
  return `SELECT ${[
    "customer_id",
    double("month_no"),
    double("kind_no"),
    ...counts.map((column) => double(`sum(${column})`)),
    text("sum(cost)"),
    text("CASE WHEN count(list_cost) = count(*) THEN sum(list_cost) END"),
    ...counts.map((column) => double(`sum(${unpriced(column)})`)),
    distinct("reason_no"),
    double("sum(is_unknown_length)"),
  ].join(", ")}
FROM ${priced} AS priced GROUP BY ${LINE.join(", ")} ORDER BY ${LINE.join(", ")}`;
}

/**
 * Tasks: the requests of a customer's trace are one; a request without a trace is one of its
 * own, and a total of several requests is as many, whose single costs are not known. A task has
 * no cost where that of a request in it is not known, or is in another currency.
 *
 * @param priced the rows of `pricedRows`
 */
export function taskRows(priced: string): string {
  return `SELECT customer_id, min(month_no) AS month_no, min(cost_currency) AS cost_currency,
  CASE WHEN trace_id IS NULL THEN sum(requests) ELSE 1 END AS tasks,
  CASE WHEN trace_id IS NULL THEN 0 ELSE 1 END AS is_trace,
  sum(requests) AS requests, sum(prompt) AS prompt, sum(in_cache_read) AS in_cache_read,
  sum(out_total) AS out_total,
  CASE WHEN count(cost) = count(*) AND min(cost_currency) = max(cost_currency)
    AND (trace_id IS NOT NULL OR sum(requests) = 1) THEN sum(cost) END AS cost,
  CASE WHEN count(cost) = count(*) THEN 0 ELSE 1 END AS is_unpriced
FROM ${priced} AS priced WHERE trace_id IS NOT NULL OR requests > 0
GROUP BY customer_id, trace_id, CASE WHEN trace_id IS NULL THEN row_no ELSE -1 END`;
}

/** Tasks by customer and month of their first request, and those without a known cost. */
export function monthsQuery({ double }: Dialect, tasks: string): string {
  return `SELECT customer_id, ${double("month_no")}, ${double("sum(tasks)")},
  ${double("sum(tasks * is_unpriced)")}
FROM ${tasks} AS tasks GROUP BY customer_id, month_no ORDER BY customer_id, month_no`;
}

/** What a customer's tasks cost, by currency: how many, and their quantiles. */
export function customersQuery({ double, quantile }: Dialect, tasks: string): string {
  const cost = double("cost");
  return `SELECT customer_id, cost_currency, ${double("count(cost)")},
  ${[0.5, 0.9, 0.99].map((share) => quantile(cost, share)).join(", ")}
FROM ${tasks} AS tasks WHERE cost IS NOT NULL
GROUP BY customer_id, cost_currency ORDER BY customer_id, cost_currency`;
}

/** Traces, and their requests, input, input from a cache, and output. */
export function profileQuery({ double }: Dialect, tasks: string): string {
  const sums = ["requests", "prompt", "in_cache_read", "out_total"];
  return `SELECT ${double("count(*)")}, ${sums.map((sum) => double(`sum(${sum})`)).join(", ")}
FROM ${tasks} AS tasks WHERE is_trace = 1`;
}

/** Cost by month and kind of what is on bills besides usage. */
export function otherChargesQuery(
  { double, text, monthNumber }: Dialect,
  usage: string,
  kinds: readonly number[],
): string {
  return `SELECT ${double("month_no")}, ${double("kind_no")}, ${text("sum(cost_nano)")}
FROM (SELECT kind_no, cost_nano, ${monthNumber("start_ms")} AS month_no FROM ${usage} AS all_usage
  WHERE cost_nano IS NOT NULL AND kind_no IN (${kinds.join(", ")})) AS charges
GROUP BY month_no, kind_no ORDER BY month_no, kind_no`;
}

/** First instant, and first instant after, of the usage in the rates. */
export function rangeQuery({ double }: Dialect, usage: string, rates: string): string {
  return `SELECT ${double("min(start_ms)")}, ${double("max(end_ms)")}
FROM ${usage} AS all_usage JOIN ${rates} AS rates ON kind_no = rate_kind`;
}
