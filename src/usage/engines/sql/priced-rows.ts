import type { Dialect } from "./dialect";

/** Where the rows of usage, their rates and the prices stand: tables, or queries in brackets. */
export interface Relations {
  /** Rows of usage, by the columns of UsageRow in snake case, with the number of their kind. */
  readonly usage: string;
  /** How the kinds that count are priced. */
  readonly rates: string;
  readonly prices: string;
}

/** Kinds of tokens and their prices, in the order of PRICED_KINDS. */
const KINDS = [
  ["in_uncached", "p_input"],
  ["out_total", "p_output"],
  ["in_cache_read", "p_cache_read"],
  ["in_cache_write_5m", "p_cache_write_5m"],
  ["in_cache_write_1h", "p_cache_write_1h"],
] as const;

/** The length of a prompt. */
export const PROMPT = "(in_uncached + in_cache_read + in_cache_write_5m + in_cache_write_1h)";

/** A price is per million tokens. */
const MILLION = "1000000";

/** The first kind with tokens and without a price, by its number from 1; 0 where there is none. */
const MISSING = `CASE ${KINDS.map(
  ([tokens, price], index) => `WHEN ${tokens} > 0 AND ${price} IS NULL THEN ${index + 1}`,
).join(" ")} ELSE 0 END`;

/** Numbers below exceed 64 bits, and their halves are rounded up: none is negative. */
function rounded({ quotient, wide }: Dialect, dividend: string, divisor: string): string {
  return quotient(`(2 * ${dividend} + ${divisor})`, wide(`(2 * ${divisor})`));
}

/**
 * Every row of usage with its cost: the one that its source states, or else the derived one,
 * rounded once per row to a billionth. A prompt above a threshold is billed at the higher price
 * in all its tokens; of a row of several requests it is not known how long each prompt was. All
 * joins of what counts meet exactly one row, so that engines need not agree on what outer joins
 * fill in.
 */
export function pricedRows(dialect: Dialect, { usage, rates, prices }: Relations): string {
  const { wide, monthNumber, secondOfDay } = dialect;
  const product = KINDS.map(
    ([tokens, price]) => `${wide(tokens)} * CASE WHEN ${tokens} > 0 THEN ${price} ELSE 0 END`,
  ).join(" + ");
  const full = wide(MILLION);
  return `SELECT
  customer_id, trace_id, kind_no, month_no, currency_no, requests,
  in_uncached, in_cache_read, in_cache_write_5m, in_cache_write_1h, out_total, out_reasoning,
  CASE WHEN is_stated THEN cost_nano WHEN is_costed
    THEN ${rounded(dialect, "full_product * share_of", `(${full} * share_in)`)} END AS cost,
  CASE WHEN is_listed AND missing = 0 THEN ${rounded(dialect, "full_product", full)}
    WHEN keeps_list THEN list_cost_nano END AS list_cost,
  CASE WHEN NOT is_stated AND NOT is_costed
    THEN CASE WHEN is_priced THEN missing ELSE 0 END END AS reason_no,
  CASE WHEN is_costed AND requests <> 1 AND prompt > up_to THEN 1 ELSE 0 END AS is_unknown_length
FROM (SELECT *, is_priced AND missing = 0 AND NOT is_stated AS is_costed FROM (
  SELECT u.*, r.*, p.*, ${MISSING} AS missing, ${product} AS full_product
  FROM (SELECT *, ${PROMPT} AS prompt, ${monthNumber("start_ms")} AS month_no,
      ${secondOfDay("start_ms")} AS second_no
    FROM ${usage} AS all_usage) AS u
  JOIN ${rates} AS r ON u.kind_no = r.rate_kind
  JOIN ${prices} AS p ON r.rate_offer = p.price_offer
    AND u.start_ms >= p.from_ms AND u.start_ms < p.until_ms
    AND u.second_no >= p.from_second AND u.second_no < p.until_second
    AND CASE WHEN u.requests = 1 THEN u.prompt ELSE 0 END > p.above
    AND CASE WHEN u.requests = 1 THEN u.prompt ELSE 0 END <= p.up_to
) AS joined) AS costed`;
}
