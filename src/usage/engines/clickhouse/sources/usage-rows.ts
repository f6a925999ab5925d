import type { CachedConvention } from "../../../format";
import { clickHouseDialect } from "../dialect";
import { CACHED, type RawRows } from "./raw-rows";

const { literal } = clickHouseDialect();

/** Which rows of usage are of one kind, by their texts: the columns of `usageRows`. */
export const KIND_COLUMNS = ["model", "provider", "service_tier", "has_tokens", "has_cost"];

// An id that is an e-mail as a whole: the server need not send it. See personal-data.ts.
const EMAIL = `^[^\\s@<>"'(),;:]+@[^\\s@<>"'(),;:]+\\.[^\\s@<>"'(),;:.]{2,}$`;

function pseudonymous(text: string): string {
  const hash = `lower(hex(SHA256(lowerUTF8(${text}))))`;
  return `if(position(${text}, '@') > 0 AND match(${text}, ${literal(EMAIL)}), concat('person-', substring(${hash}, 1, 16)), ${text})`;
}

/** What a row states, each once, so that what follows from it is short. */
function statedRows({ columns, from, where, lastOf, skips }: RawRows): string {
  const because = skips.map((skip) => `${skip.when}, ${literal(skip.because)}`);
  const skip = because.length === 0 ? "''" : `multiIf(${because.join(", ")}, '')`;
  const count = (expression: string) => `ifNull(toInt64(${expression}), 0)`;
  // Bytes that are no text come here as others, which would be equal to nothing on the server.
  const valid = (text: string) => `toValidUTF8(${text})`;
  const stated = {
    stated_start: columns.start,
    stated_end: columns.end,
    stated_customer: valid(columns.customer),
    stated_trace: columns.trace,
    stated_model: valid(columns.model),
    stated_provider: valid(columns.provider),
    stated_tier: valid(columns.tier),
    stated_input: count(columns.input),
    stated_read: count(columns.cacheRead),
    stated_write_5m: count(columns.cacheWrite5m),
    stated_write_1h: count(columns.cacheWrite1h),
    stated_output: count(columns.output),
    stated_reasoning: count(columns.reasoning),
    states_tokens: columns.stated,
    is_included: columns.isCachedIncluded ?? "false",
    is_apart: columns.isReasoningApart ?? "false",
    stated_cost: `CAST(${columns.cost} AS Nullable(Int128))`,
    is_unreadable: columns.isUnreadable,
    skip_because: skip,
  };
  const list = Object.entries(stated).map(([name, expression]) => `${expression} AS ${name}`);
  const last = lastOf ? ` ORDER BY ${lastOf.version} DESC LIMIT 1 BY ${lastOf.by.join(", ")}` : "";
  const which = where.length === 0 ? "" : ` WHERE ${where.join(" AND ")}`;
  return `(SELECT ${list.join(",\n    ")}\n  FROM ${from}${which}${last})`;
}

const COUNTS = ["input", "read", "write_5m", "write_1h", "output", "reasoning"].map(
  (name) => `stated_${name}`,
);

/** Why a row with wrong numbers is not counted, as the import of files would reject it. */
const FAULTS: readonly (readonly [when: string, because: string])[] = [
  ["stated_start IS NULL OR stated_start < 0", "its time cannot be read"],
  ["stated_end < stated_start", "it ends before it starts"],
  [
    [
      "is_unreadable",
      ...COUNTS.map((count) => `${count} NOT BETWEEN 0 AND ${Number.MAX_SAFE_INTEGER}`),
    ].join(" OR "),
    "a number in it cannot be read",
  ],
  ["in_uncached < 0", "it has more cached tokens than the input that includes them"],
  ["NOT is_apart AND stated_reasoning > stated_output", "it has more reasoning than output"],
];

/**
 * Rows of a source as those of usage, as a query in brackets: tokens in classes that exclude
 * each other, cost in billionths, the texts of their kind, and why they do not count, blank
 * where they do. It says what token-classes.ts and usage-reader.ts say of files.
 *
 * @param cached whether input includes cached tokens, where the row itself does not tell
 */
export function usageRows(raw: RawRows, cached: CachedConvention): string {
  const isIncluded = raw.columns.isCachedIncluded
    ? "is_included"
    : cached === "included"
      ? "true"
      : "false";
  const hasUsage = COUNTS.map((count) => `${count} > 0`).join(" OR ");
  const cost =
    raw.zero === "free"
      ? "stated_cost"
      : `if(stated_cost = 0 AND (${hasUsage}), NULL, stated_cost)`;
  const because = FAULTS.map(([when, reason]) => `${when}, ${literal(reason)}`).join(",\n    ");
  return `(SELECT nullIf(${pseudonymous("stated_customer")}, '') AS customer_id,
  nullIf(stated_trace, '') AS trace_id, toInt64(1) AS requests,
  ifNull(stated_start, 0) AS start_ms, ifNull(stated_end, start_ms) AS end_ms,
  if(${isIncluded}, stated_input - ${CACHED}, stated_input) AS in_uncached,
  stated_read AS in_cache_read, stated_write_5m AS in_cache_write_5m,
  stated_write_1h AS in_cache_write_1h,
  stated_output + if(is_apart, stated_reasoning, 0) AS out_total,
  stated_reasoning AS out_reasoning,
  ${cost} AS cost_nano, CAST(NULL AS Nullable(Int128)) AS list_cost_nano,
  stated_model AS model, lowerUTF8(stated_provider) AS provider, stated_tier AS service_tier,
  toInt32(states_tokens) AS has_tokens, toInt32(cost_nano IS NOT NULL) AS has_cost,
  ${CACHED} AS cached_tokens, stated_input AS all_input,
  multiIf(skip_because != '', skip_because,
    ${because}, '') AS left_out
FROM ${statedRows(raw)} AS stated)`;
}

/** Rows that count. */
export function countedRows(raw: RawRows, cached: CachedConvention): string {
  return `(SELECT * FROM ${usageRows(raw, cached)} AS read WHERE left_out = '')`;
}

/**
 * Which kinds of usage there are, and rows that do not count by reason: their texts and reason,
 * rows, first instant, first instant after, cost, rows with cached tokens, and of these those
 * with more of them than input.
 */
export function kindsQuery(raw: RawRows, cached: CachedConvention): string {
  return `SELECT ${KIND_COLUMNS.join(", ")}, left_out, toFloat64(count()),
  toFloat64(min(start_ms)), toFloat64(max(end_ms)), toString(sum(cost_nano)),
  toFloat64(countIf(cached_tokens > 0)), toFloat64(countIf(cached_tokens > all_input))
FROM ${usageRows(raw, cached)} AS read
GROUP BY ${KIND_COLUMNS.join(", ")}, left_out ORDER BY count() DESC, ${KIND_COLUMNS.join(", ")}`;
}
