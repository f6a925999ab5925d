import type { LeftOut } from "../../read/outcome";
import type { UsageRow } from "../../usage-row";
import type { SqlColumns } from "../sql-database";

/**
 * The table that holds rows of usage, whatever export they come from: the columns of UsageRow,
 * besides the number of the file and of the row, and why a row is left out. Amounts are whole
 * billionths and may exceed 64 bits (a commitment in dong).
 */
export const USAGE_COLUMNS = [
  ["file_no", "INTEGER"],
  ["row_no", "BIGINT"],
  ["left_out", "VARCHAR"],
  ["source", "VARCHAR"],
  ["row_id", "VARCHAR"],
  ["row_version", "BIGINT"],
  ["start_ms", "BIGINT"],
  ["end_ms", "BIGINT"],
  ["customer_id", "VARCHAR"],
  ["user_id", "VARCHAR"],
  ["feature", "VARCHAR"],
  ["trace_id", "VARCHAR"],
  ["model", "VARCHAR"],
  ["provider", "VARCHAR"],
  ["has_tokens", "BOOLEAN"],
  ["in_uncached", "BIGINT"],
  ["in_cache_read", "BIGINT"],
  ["in_cache_write_5m", "BIGINT"],
  ["in_cache_write_1h", "BIGINT"],
  ["out_total", "BIGINT"],
  ["out_reasoning", "BIGINT"],
  ["requests", "BIGINT"],
  ["tool_calls", "BIGINT"],
  ["cost_nano", "HUGEINT"],
  ["cost_basis", "VARCHAR"],
  ["list_cost_nano", "HUGEINT"],
  ["invoiced_nano", "HUGEINT"],
  ["currency", "VARCHAR"],
  ["service_tier", "VARCHAR"],
  ["batch", "BOOLEAN"],
  ["charge", "VARCHAR"],
] as const satisfies SqlColumns;

function quoted(text: string | null): string {
  if (text === null) return "";
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

/** A row as a line of CSV; blank is null. */
export function usageLine(file: number, index: number, row: UsageRow): string {
  // One template: a million rows pass here, and a loop over the columns takes three times as long.
  return `${file},${index},,${quoted(row.source)},${quoted(row.rowId)},${row.rowVersion ?? ""},${row.start},${row.end},${quoted(row.customerId)},${quoted(row.userId)},${quoted(row.feature)},${quoted(row.traceId)},${quoted(row.model)},${quoted(row.provider)},${row.hasTokens},${row.inUncached},${row.inCacheRead},${row.inCacheWrite5m},${row.inCacheWrite1h},${row.outTotal},${row.outReasoning},${row.requests},${row.toolCalls},${row.costNano ?? ""},${row.costBasis ?? ""},${row.listCostNano ?? ""},${row.invoicedNano ?? ""},${row.currency ?? ""},${quoted(row.serviceTier)},${row.batch},${row.charge}\n`;
}

type UsageColumn = (typeof USAGE_COLUMNS)[number][0];

/** A record that is left out, as a line of CSV: what tells it from others, and its amount. */
export function leftOutLine(file: number, index: number, source: string, out: LeftOut): string {
  const cells: Partial<Record<UsageColumn, string>> = {
    file_no: `${file}`,
    row_no: `${index}`,
    left_out: quoted(out.because),
    source: quoted(source),
    row_id: quoted(out.rowId),
    row_version: `${out.rowVersion ?? ""}`,
    cost_nano: `${out.nano ?? ""}`,
    currency: out.currency ?? "",
  };
  return `${USAGE_COLUMNS.map(([name]) => cells[name] ?? "").join(",")}\n`;
}
