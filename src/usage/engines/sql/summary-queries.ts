import type { Dialect } from "./dialect";
import { PROMPT } from "./priced-rows";

export const TOKENS = [
  "in_uncached",
  "in_cache_read",
  "in_cache_write_5m",
  "in_cache_write_1h",
  "out_total",
  "out_reasoning",
] as const;

const LINE = ["customer_id", "month_no", "kind_no", "reason_no"];

/**
 * Usage by customer, month, kind and the number of the reason for which it has no cost: these,
 * requests and tokens, cost, cost at list prices (null where one is not known), totals whose
 * lengths of prompts are not known, and requests, input, input from a cache and output of what
 * belongs to traces.
 *
 * @param priced the rows of `pricedRows`
 */
export function linesQuery({ double, text }: Dialect, priced: string): string {
  const traced = ["requests", PROMPT, "in_cache_read", "out_total"];
  return `SELECT ${[
    "customer_id",
    ...["month_no", "kind_no", "reason_no"].map(double),
    ...["requests", ...TOKENS].map((column) => double(`sum(${column})`)),
    text("sum(cost)"),
    text("CASE WHEN count(list_cost) = count(*) THEN sum(list_cost) END"),
    double("sum(is_unknown_length)"),
    ...traced.map((of) => double(`sum(CASE WHEN trace_id IS NOT NULL THEN ${of} ELSE 0 END)`)),
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
  return `SELECT customer_id, month_no AS task_month, currency_no AS task_currency,
  requests AS tasks, 0 AS is_trace, CASE WHEN requests = 1 THEN cost END AS task_cost,
  CASE WHEN cost IS NULL THEN 1 ELSE 0 END AS is_unpriced
FROM ${priced} AS alone WHERE trace_id IS NULL AND requests > 0
UNION ALL
SELECT customer_id, min(month_no) AS task_month, min(currency_no) AS task_currency,
  1 AS tasks, 1 AS is_trace,
  CASE WHEN count(cost) = count(*) AND min(currency_no) = max(currency_no)
    THEN sum(cost) END AS task_cost,
  CASE WHEN count(cost) = count(*) THEN 0 ELSE 1 END AS is_unpriced
FROM ${priced} AS traced WHERE trace_id IS NOT NULL GROUP BY customer_id, trace_id`;
}

/** Tasks by customer and month of their first request, those without a known cost, and traces. */
export function monthsQuery({ double }: Dialect, tasks: string): string {
  return `SELECT customer_id, ${double("task_month")}, ${double("sum(tasks)")},
  ${double("sum(tasks * is_unpriced)")}, ${double("sum(is_trace)")}
FROM ${tasks} AS tasks GROUP BY customer_id, task_month ORDER BY customer_id, task_month`;
}

/** What a customer's tasks cost, by the number of their currency: how many, and their quantiles. */
export function customersQuery({ double, quantiles }: Dialect, tasks: string): string {
  const cost = double("task_cost");
  return `SELECT customer_id, ${double("task_currency")}, ${double("count(task_cost)")},
  ${quantiles(cost, [0.5, 0.9, 0.99]).join(", ")}
FROM ${tasks} AS tasks WHERE task_cost IS NOT NULL
GROUP BY customer_id, task_currency ORDER BY customer_id, task_currency`;
}

/**
 * Rows as those of the parties that their customers belong to; those of others are left out.
 *
 * @param priced the rows of `pricedRows`
 * @param parties ids of customers and their parties
 */
export function rowsByParty(priced: string, parties: string): string {
  return `SELECT party AS customer_id, trace_id, month_no, currency_no, requests, cost
FROM ${priced} AS priced JOIN ${parties} AS parties ON priced.customer_id = parties.member`;
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
