import type { Dialect } from "./dialect";

/** Where the rows of usage, their rates and the prices stand: tables, or queries in brackets. */
export interface Relations {
  /** Rows of usage, by the columns of UsageRow in snake case. */
  readonly usage: string;
  /** How the kinds that count are priced. */
  readonly rates: string;
  readonly prices: string;
  /** Columns of usage and those of rates that equal them: the number of the kind, or its texts. */
  readonly kind: readonly (readonly [usage: string, rate: string])[];
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

const USAGE = [
  ...["customer_id", "trace_id", "requests"],
  ...["in_uncached", "in_cache_read", "in_cache_write_5m", "in_cache_write_1h"],
  ...["out_total", "out_reasoning"],
];
const AMOUNTS = ["cost_nano", "list_cost_nano"];
const RATES = [
  ...["currency_no", "is_stated", "is_priced", "is_listed", "keeps_list", "share_of", "share_in"],
  "keeps_reads",
];

/**
 * Every row of usage with its cost: the one that its source states, or else the derived one,
 * rounded once per row to a billionth. A prompt above a threshold is billed at the higher price
 * in all its tokens; of a row of several requests it is not known how long each prompt was. All
 * joins of what counts meet exactly one row, so that engines need not agree on what outer joins
 * fill in; columns are named, as engines do not agree on the names that a star gives them.
 */
export function pricedRows(dialect: Dialect, { usage, rates, prices, kind }: Relations): string {
  const { wide, rounded, monthNumber, secondOfDay } = dialect;
  const product = KINDS.map(
    ([tokens, price]) => `${wide(tokens)} * CASE WHEN ${tokens} > 0 THEN ${price} ELSE 0 END`,
  ).join(" + ");
  const full = wide(MILLION);
  const keys = kind.map(([own, rate]) => `u.${own} = r.${rate}`).join(" AND ");
  return `SELECT
  ${USAGE.join(", ")}, kind_no, month_no, currency_no,
  CASE WHEN is_stated THEN cost_nano WHEN is_costed
    THEN ${rounded("(full_product * share_of + read_product * (share_in - share_of))", `(${full} * share_in)`)} END AS cost,
  CASE WHEN is_listed AND missing = 0 THEN ${rounded("full_product", full)}
    WHEN keeps_list THEN list_cost_nano END AS list_cost,
  CASE WHEN NOT is_stated AND NOT is_costed
    THEN CASE WHEN is_priced THEN missing ELSE 0 END END AS reason_no,
  CASE WHEN is_costed AND requests <> 1 AND ${PROMPT} > up_to THEN 1 ELSE 0 END AS is_unknown_length
FROM (SELECT ${USAGE.join(", ")}, kind_no, month_no, ${RATES.join(", ")}, ${AMOUNTS.join(", ")},
  up_to, missing, full_product, read_product, is_priced AND missing = 0 AND NOT is_stated AS is_costed
FROM (SELECT ${[...USAGE, ...AMOUNTS, "month_no"].map((column) => `u.${column} AS ${column}`).join(", ")},
    r.rate_kind AS kind_no, ${RATES.map((column) => `r.${column} AS ${column}`).join(", ")},
    p.up_to AS up_to, ${MISSING} AS missing, ${product} AS full_product,
    ${wide("in_cache_read")} * CASE WHEN keeps_reads AND in_cache_read > 0 THEN p_cache_read ELSE 0 END AS read_product
  FROM (SELECT ${[...USAGE, ...AMOUNTS, "start_ms", ...kind.map(([own]) => own)].join(", ")},
      CASE WHEN requests = 1 THEN ${PROMPT} ELSE 0 END AS known_length,
      ${monthNumber("start_ms")} AS month_no, ${secondOfDay("start_ms")} AS second_no
    FROM ${usage} AS all_usage) AS u
  JOIN ${rates} AS r ON ${keys}
  JOIN ${prices} AS p ON r.rate_offer = p.price_offer
  WHERE u.start_ms >= p.from_ms AND u.start_ms < p.until_ms
    AND u.second_no >= p.from_second AND u.second_no < p.until_second
    AND u.known_length > p.above AND u.known_length <= p.up_to
) AS joined) AS costed`;
}
