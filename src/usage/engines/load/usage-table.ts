import type { UsageFormat } from "../../format";
import type { LeftOut } from "../../read/outcome";
import type { Settings } from "../../read/settings";
import type { UsageRow } from "../../usage-row";
import type { SqlColumns } from "../sql-database";
import type { CsvBytes } from "./csv-bytes";

/**
 * The table that holds rows of usage, whatever export they come from: the columns of UsageRow,
 * those with few different values behind the number of their kind. Amounts are whole billionths
 * and may exceed 64 bits (a commitment in dong). Ids of rows begin with their source.
 */
export const USAGE_COLUMNS = [
  ["file_no", "INTEGER"],
  ["row_no", "BIGINT"],
  ["kind_no", "INTEGER"],
  ["row_id", "VARCHAR"],
  ["row_version", "BIGINT"],
  ["cost_nano", "HUGEINT"],
  ["start_ms", "BIGINT"],
  ["end_ms", "BIGINT"],
  ["customer_id", "VARCHAR"],
  ["user_id", "VARCHAR"],
  ["feature", "VARCHAR"],
  ["trace_id", "VARCHAR"],
  ["in_uncached", "BIGINT"],
  ["in_cache_read", "BIGINT"],
  ["in_cache_write_5m", "BIGINT"],
  ["in_cache_write_1h", "BIGINT"],
  ["out_total", "BIGINT"],
  ["out_reasoning", "BIGINT"],
  ["requests", "BIGINT"],
  ["tool_calls", "BIGINT"],
  ["list_cost_nano", "HUGEINT"],
  ["invoiced_nano", "HUGEINT"],
] as const satisfies SqlColumns;

/** What stands in columns that are not written; null in others. */
const DEFAULTS: Readonly<Record<string, number>> = {
  in_uncached: 0,
  in_cache_read: 0,
  in_cache_write_5m: 0,
  in_cache_write_1h: 0,
  out_total: 0,
  out_reasoning: 0,
  requests: 1,
  tool_calls: 0,
};

export const CREATE_USAGE = `CREATE TABLE usage (${USAGE_COLUMNS.map(([name, type]) => {
  const usual = DEFAULTS[name];
  return `${name} ${type}${usual === undefined ? "" : ` DEFAULT ${usual}`}`;
}).join(", ")})`;

/** The columns in which rows of a format can hold something else than stands there anyway. */
export function columnsWritten(
  format: UsageFormat,
  { customer }: Pick<Settings, "customer">,
): readonly (typeof USAGE_COLUMNS)[number][] {
  const { tokens } = format;
  const stated = tokens && "input" in tokens ? tokens : undefined;
  const isWritten = (
    column: "cacheRead" | "cacheWrite5m" | "cacheWrite1h" | "reasoning",
  ): boolean => tokens !== undefined && (stated === undefined || stated[column] !== undefined);
  const fields: Readonly<Record<string, unknown>> = {
    row_id: format.rowId,
    row_version: format.rowVersion,
    cost_nano: format.cost,
    customer_id: customer,
    user_id: format.userId,
    feature: format.feature,
    trace_id: format.traceId,
    in_uncached: tokens,
    in_cache_read: isWritten("cacheRead") || undefined,
    in_cache_write_5m: isWritten("cacheWrite5m") || undefined,
    in_cache_write_1h: isWritten("cacheWrite1h") || undefined,
    out_total: tokens,
    out_reasoning: isWritten("reasoning") || undefined,
    requests: format.requests,
    tool_calls: format.toolCalls,
    list_cost_nano: format.listCost,
    invoiced_nano: format.invoiced,
  };
  return USAGE_COLUMNS.filter(([name]) => !(name in fields) || fields[name] !== undefined);
}

/** What all lines begin with: what tells a record from others, and its amount. */
function writeIdentity(
  csv: CsvBytes,
  file: number,
  row: number,
  kind: number,
  source: string,
  { rowId, rowVersion }: Pick<LeftOut, "rowId" | "rowVersion">,
  nano: bigint | null,
): void {
  csv.number(file);
  csv.number(row);
  csv.number(kind);
  csv.text(rowId === null ? null : `${source}:${rowId}`);
  csv.number(rowVersion);
  csv.number(nano);
}

/**
 * Writes a row as a line of CSV; blank is null.
 *
 * @param file the number of the file
 * @param line the number of the row in the table
 * @param kind the number of its kind
 */
export function writeRow(
  csv: CsvBytes,
  file: number,
  line: number,
  kind: number,
  row: UsageRow,
): void {
  writeIdentity(csv, file, line, kind, row.source, row, row.costNano);
  csv.number(row.start);
  csv.number(row.end);
  csv.text(row.customerId);
  csv.text(row.userId);
  csv.text(row.feature);
  csv.text(row.traceId);
  csv.number(row.inUncached);
  csv.number(row.inCacheRead);
  csv.number(row.inCacheWrite5m);
  csv.number(row.inCacheWrite1h);
  csv.number(row.outTotal);
  csv.number(row.outReasoning);
  csv.number(row.requests);
  csv.number(row.toolCalls);
  csv.number(row.listCostNano);
  csv.number(row.invoicedNano);
  csv.endLine();
}

/** Writes a record that is left out as a line of CSV; numbers as for `writeRow`. */
export function writeLeftOut(
  csv: CsvBytes,
  file: number,
  line: number,
  kind: number,
  source: string,
  out: LeftOut,
): void {
  writeIdentity(csv, file, line, kind, source, out, out.nano);
  for (let column = 6; column < USAGE_COLUMNS.length; column++) csv.text(null);
  csv.endLine();
}
