import { PORTABLE } from "../sql/portable";
import type { CachedConvention } from "../../format";
import type { TableMapping, WarehouseSelection } from "./warehouse";

const { name } = PORTABLE;
const BILLIONTHS = { dollars: "1000000000", cents: "10000000", "nano-dollars": "1" } as const;

const COLUMNS = [
  ["customer_id, trace_id", "texts, null where there is none"],
  ["start_ms", "milliseconds since 1970 in UTC"],
  ["requests", "how many the row stands for"],
  ["in_uncached, in_cache_read, in_cache_write_5m, in_cache_write_1h", "tokens, each once"],
  ["out_total, out_reasoning", "tokens; the second is a part of the first"],
  ["cost_nano, list_cost_nano", "billionths of the currency, null where none is stated"],
  ["model, provider, service_tier", "texts, blank where there is none"],
  ["has_tokens, has_cost", "1 where the row states them, or else 0"],
] as const;

/** What a warehouse has to have where the source is one that ClickHouse alone holds. */
export const NEEDS = [
  "These statements read a table or view named usage with the columns:",
  ...COLUMNS.map(([names, meaning]) => `  ${names}: ${meaning}`),
]
  .map((line) => `-- ${line}`)
  .join("\n");

/**
 * Rows of usage from a table of the user's own in portable SQL, as a query in brackets.
 *
 * @param customer the column that names the customer; null for none
 */
export function portableUsage(
  table: string,
  mapping: TableMapping,
  cached: CachedConvention,
  { from, until }: Pick<WarehouseSelection, "from" | "until">,
  customer: string | null,
): string {
  const text = (column: string | null) =>
    column === null ? "''" : `COALESCE(TRIM(CAST(${name(column)} AS VARCHAR)), '')`;
  const count = (column: string | null) =>
    column === null ? "CAST(0 AS BIGINT)" : `COALESCE(CAST(${name(column)} AS BIGINT), 0)`;
  const orNull = (expression: string) => `NULLIF(${expression}, '')`;
  const { input, cacheRead, cacheWrite, output, reasoning, cost } = mapping;
  const inCached = `${count(cacheRead)} - ${count(cacheWrite)}`;
  const stated = [input, output].flatMap((each) =>
    each === null ? [] : [`${name(each)} IS NOT NULL`],
  );
  const nano =
    cost === null
      ? "CAST(NULL AS DECIMAL(38, 0))"
      : `CAST(ROUND(CAST(${name(cost)} AS DECIMAL(38, 12)) * ${BILLIONTHS[mapping.costUnit]}) AS DECIMAL(38, 0))`;
  const start = `CAST(FLOOR(EXTRACT(EPOCH FROM ${name(mapping.start)}) * 1000) AS BIGINT)`;
  const flag = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  const bounds = [
    ...(from === null ? [] : [`${start} >= ${from}`]),
    ...(until === null ? [] : [`${start} < ${until}`]),
  ];
  const columns = {
    customer_id: orNull(text(customer)),
    trace_id: orNull(text(mapping.trace)),
    start_ms: start,
    requests: "CAST(1 AS BIGINT)",
    in_uncached: cached === "included" ? `${count(input)} - ${inCached}` : count(input),
    in_cache_read: count(cacheRead),
    in_cache_write_5m: count(cacheWrite),
    in_cache_write_1h: "CAST(0 AS BIGINT)",
    out_total: count(output),
    out_reasoning: count(reasoning),
    cost_nano: nano,
    list_cost_nano: "CAST(NULL AS DECIMAL(38, 0))",
    model: text(mapping.model),
    provider: `LOWER(${text(mapping.provider)})`,
    service_tier: "''",
    has_tokens: stated.length === 0 ? "0" : flag(stated.join(" OR ")),
    has_cost: cost === null ? "0" : flag(`${name(cost)} IS NOT NULL`),
  };
  const list = Object.entries(columns).map(([as, expression]) => `${expression} AS ${as}`);
  const which = bounds.length === 0 ? "" : ` WHERE ${bounds.join(" AND ")}`;
  return `(SELECT ${list.join(",\n    ")}\n  FROM ${table}${which})`;
}
